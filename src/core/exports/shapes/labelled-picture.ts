/** Who says so: the person has decided, or a model has answered. */
export type LabelSource = 'person' | 'model'

/** A label of a picture as it leaves the app. */
export interface SaidLabel {
  readonly label: string
  /** What the model gives it, 0 to 1; `null` of a person, and of a model that gives no numbers. */
  readonly confidence: number | null
  readonly source: LabelSource
}

/** A picture with what is said of it, as files for other programs are made of it. */
export interface LabelledPicture {
  /** Its name in the list, with the folders that it came in. */
  readonly path: string
  /** Of its bytes, hex; `null` until it has been read. */
  readonly sha256: string | null
  /** Whole and upright, in pixels; `null` until it has been read. */
  readonly size: { readonly width: number; readonly height: number } | null
  /** `unread` where the file could not be decoded. */
  readonly state: 'read' | 'unread'
  /** Best first; none where none fits, or nothing is known. */
  readonly labels: readonly SaidLabel[]
  /** Who says which labels, none of them included; `null` where nothing is said. */
  readonly source: LabelSource | null
}

/** Whose word counts: what the person decided and else the model's, or what the person decided alone. */
export type WhoseLabels = 'decided-first' | 'decided-only'

/** What is said of one picture by both. */
export interface BothSay {
  /** Texts of the tags that the person has decided on, none where none fits; `null` where nothing is decided. */
  readonly decided: readonly string[] | null
  /** Labels that are the model's answer, best first; `null` where there is none. */
  readonly answered: readonly { readonly label: string; readonly confidence: number | null }[] | null
}

/** The labels that count. `null` where the picture is left out, since nothing is decided about it. */
export const labelsOf = (
  { decided, answered }: BothSay,
  whose: WhoseLabels,
): Pick<LabelledPicture, 'labels' | 'source'> | null => {
  if (decided) {
    const labels = decided.map((label): SaidLabel => ({ label, confidence: null, source: 'person' }))
    return { labels, source: 'person' }
  }
  if (whose === 'decided-only') return null
  const labels = (answered ?? []).map((one): SaidLabel => ({ ...one, source: 'model' }))
  return { labels, source: answered ? 'model' : null }
}
