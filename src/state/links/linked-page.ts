/** The page that a link is opened by. */
export interface LinkedPage {
  /** Whether the link's model is wanted: another may be on its way already. */
  readonly loads: boolean
  /** Whether it goes on with what the page before it has left, which had the link. */
  readonly isCarried: boolean
}
