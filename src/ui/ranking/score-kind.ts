/** The scores that the ranking names. */
export type ScoreKind = 'cosine' | 'match' | 'share' | 'margin'
