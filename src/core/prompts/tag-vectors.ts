import type { UnitVector } from '../brands'
import { toPrompts, type TagMeaning } from './tag-prompts'

/** What a picture is compared with for a tag. */
export interface TagVectors {
  /** Of all its phrasings in all templates together. */
  readonly embedding: UnitVector
  /** Of what the tag is not, each in all templates together. */
  readonly rivals: readonly UnitVector[]
}

/**
 * What a tag asks for as vectors: `car | automobile -toy` is the average of two, with a rival.
 *
 * @param embedTogether several prompts as one vector; `null` while one of them has none.
 * @returns `null` while a prompt of it has none.
 */
export const toTagVectors = (
  { phrasings, exclusions }: TagMeaning,
  templates: readonly string[],
  embedTogether: (prompts: readonly string[]) => UnitVector | null,
): TagVectors | null => {
  const embedding = embedTogether(toPrompts(phrasings, templates))
  const rivals = exclusions.flatMap((exclusion) => embedTogether(toPrompts([exclusion], templates)) ?? [])
  return embedding && rivals.length === exclusions.length ? { embedding, rivals } : null
}
