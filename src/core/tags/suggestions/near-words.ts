/** Words that are remembered for each picture; those behind them count for next to nothing. */
export const NEAR_WORDS = 16

/** A word that comes to less than this of the best word of a picture is none of its words. */
const LEAST_SHARE = 0.02

/**
 * How fast a word's share falls with its distance from the best, as part of the model's own scale: softer than the model
 * is, so that a word which is right for all of many pictures (`dog`) comes before one that is best for few (`beagle`).
 * From 0.3 to 1 the first words of 396 photographs stay the same (ADR 52).
 */
const SHARPNESS = 0.5

/** How much of what a word scores on average is taken off: see {@link findNearWords}. */
const HALF = 0.5

/** The words that each of some pictures is nearest to, {@link NEAR_WORDS} after {@link NEAR_WORDS}. */
export interface NearWords {
  readonly pictures: number
  /** Places in the list of words, best first. */
  readonly words: Uint16Array<ArrayBuffer>
  /** What each comes to beside the best word of its picture, 0 to 1; 0 where there is none. */
  readonly shares: Float32Array<ArrayBuffer>
  /** What the best of the texts that are there already comes to, for each picture: 0 to 1. */
  readonly taken: Float32Array<ArrayBuffer>
}

/** How the words of a picture are weighed. */
export interface Weighing {
  /** What each text scores on average; those of the texts that are there already follow the words'. */
  readonly usual: Float32Array
  /** How many of the texts are words to suggest; the others are there already. */
  readonly words: number
  /** Of the model. */
  readonly logitScale: number
  /** Words that are not to be suggested, by their places; the others are still weighed beside them. */
  readonly without: ReadonlySet<number>
}

/**
 * Finds the words of one picture.
 *
 * Some words score high whatever a picture shows, and others low. So half of what a word scores on average is taken off:
 * distribution normalization (Zhou, Zhong, Zheng: "Test-Time Distribution Normalization for Contrastively Learned
 * Vision-Language Models", NeurIPS 2023), of which only the part that depends on the word matters in an order of words.
 * Half, and not all, since a word that is right for every picture of a list is to stay.
 *
 * @param cosines of the picture with every text.
 * @param into takes them down at `picture`.
 */
export const findNearWords = (
  cosines: Float32Array,
  { usual, words, logitScale, without }: Weighing,
  into: Pick<NearWords, 'words' | 'shares' | 'taken'>,
  picture: number,
): void => {
  const at = picture * NEAR_WORDS
  const scores = into.shares.subarray(at, at + NEAR_WORDS).fill(-Infinity)
  const places = into.words.subarray(at, at + NEAR_WORDS)
  let least = -Infinity
  let best = -Infinity
  for (let word = 0; word < words; word += 1) {
    const score = (cosines[word] ?? 0) - HALF * (usual[word] ?? 0)
    if (score > best) best = score
    if (score <= least || without.has(word)) continue
    let place = NEAR_WORDS - 1
    for (; place > 0 && (scores[place - 1] ?? 0) < score; place -= 1) {
      scores[place] = scores[place - 1] ?? 0
      places[place] = places[place - 1] ?? 0
    }
    scores[place] = score
    places[place] = word
    least = scores[NEAR_WORDS - 1] ?? 0
  }
  const shareOf = (score: number): number => {
    if (score === -Infinity) return 0
    const share = Math.exp(SHARPNESS * logitScale * (score - best))
    return share < LEAST_SHARE ? 0 : Math.min(1, share)
  }
  let taken = 0
  for (let text = words; text < cosines.length; text += 1)
    taken = Math.max(taken, shareOf((cosines[text] ?? 0) - HALF * (usual[text] ?? 0)))
  into.taken[picture] = taken
  for (let i = 0; i < NEAR_WORDS; i += 1) scores[i] = shareOf(scores[i] ?? 0)
}

/** Room for the words of so many pictures. */
export const roomForNearWords = (pictures: number): NearWords => ({
  pictures,
  words: new Uint16Array(pictures * NEAR_WORDS),
  shares: new Float32Array(pictures * NEAR_WORDS),
  taken: new Float32Array(pictures),
})
