/** The slot of a template that a tag takes. */
export const SLOT = '{}'

/** The template that changes nothing: the tag is the prompt, as the hosted APIs have it. */
export const BARE_TEMPLATE = '{}'

/**
 * The text given to the model for a tag. Built by splitting, since `String.replace` would fill the first
 * slot only and read `$&` in a tag as an instruction. A template without a slot is itself the prompt.
 */
export const toPrompt = (template: string, tag: string): string => template.split(SLOT).join(tag)
