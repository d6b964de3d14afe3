import { NEAR_WORDS, type NearWords } from './near-words'

/** A word to suggest. */
export interface SuggestedWord {
  /** Its place in the list of words. */
  readonly word: number
  /** Pictures that it says more of than the others that are suggested. */
  readonly pictures: number
}

/**
 * What a word has to add to be suggested: this part of what the best word of one picture says. Not a share of all
 * pictures, or a list of hundreds of subjects would get no word.
 */
const LEAST_GAIN = 0.3

/**
 * Words that together say most of some pictures: each time the one that adds most to what those before it say, where a
 * word says of a picture what its share is, and of several only the best counts (facility location). What is there
 * already counts from the beginning. The greedy choice comes within 37 % of the best one (Nemhauser, Wolsey, Fisher: "An
 * analysis of approximations for maximizing submodular set functions", 1978).
 *
 * @param wordCount how many words there are.
 * @param count words at most. There are fewer where another would add next to nothing.
 * @param among pictures that count; all where it is not given.
 */
export const coverPictures = (
  near: NearWords,
  wordCount: number,
  count: number,
  among: readonly number[] | null = null,
): readonly SuggestedWord[] => {
  const pictures = among ?? Array.from({ length: near.pictures }, (_, picture) => picture)
  const said = Float32Array.from(near.taken)
  /** Which of the words that were chosen says it; -1 for what is there already. */
  const saidBy = new Int32Array(near.pictures).fill(-1)
  const gains = new Float64Array(wordCount)
  const chosen: number[] = []
  const eachShare = (visit: (word: number, share: number, picture: number) => void) => {
    for (const picture of pictures) {
      for (let at = picture * NEAR_WORDS; at < (picture + 1) * NEAR_WORDS; at += 1) {
        const share = near.shares[at] ?? 0
        if (share === 0) break
        if (share > (said[picture] ?? 0)) visit(near.words[at] ?? 0, share, picture)
      }
    }
  }
  while (chosen.length < count) {
    gains.fill(0)
    eachShare((word, share, picture) => {
      gains[word] = (gains[word] ?? 0) + share - (said[picture] ?? 0)
    })
    let best = 0
    for (let word = 1; word < wordCount; word += 1) if ((gains[word] ?? 0) > (gains[best] ?? 0)) best = word
    if ((gains[best] ?? 0) <= LEAST_GAIN) break
    const place = chosen.push(best) - 1
    eachShare((word, share, picture) => {
      if (word !== best) return
      said[picture] = share
      saidBy[picture] = place
    })
  }
  const counts = new Uint32Array(chosen.length)
  for (const picture of pictures) {
    const place = saidBy[picture] ?? -1
    if (place >= 0) counts[place] = (counts[place] ?? 0) + 1
  }
  return chosen.map((word, place) => ({ word, pictures: counts[place] ?? 0 }))
}

/** A word of one picture that comes to less than this beside the first that is suggested is not worth a look. */
const LEAST_NEAR = 0.1

/** The words that one picture is nearest to, best first. */
export const nearestWords = (near: NearWords, picture: number, count: number): readonly SuggestedWord[] => {
  const at = picture * NEAR_WORDS
  const shares = near.shares.subarray(at, at + Math.min(count, NEAR_WORDS))
  const least = LEAST_NEAR * (shares[0] ?? 0)
  return [...shares].flatMap((share, i) =>
    share > 0 && share >= least ? [{ word: near.words[at + i] ?? 0, pictures: 1 }] : [],
  )
}
