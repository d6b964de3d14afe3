/** Before what has focus goes away: focus stays in what is there twice, which has this attribute. */
export const focusGroups = (within: Element): void => {
  within.closest<HTMLElement>('[data-duplicates]')?.focus({ preventScroll: true })
}
