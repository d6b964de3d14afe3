import { headProbabilities, type Head } from './head'

/** What a head says of one vector. */
export interface HeadAnswer {
  /** By class, 0 to 1. */
  readonly probabilities: Float64Array
  /** Places of the classes that are its answer; of several labels there may be none. */
  readonly answers: readonly number[]
  /** The largest probability among the classes that are judged. */
  readonly best: number
  /** Best minus second. */
  readonly margin: number
}

/** Several labels are judged each by itself, which takes examples; one label is judged among all. */
export const isJudged = ({ mode }: Pick<Head, 'mode'>, learned: readonly number[], place: number): boolean =>
  mode === 'single' || learned.includes(place)

/** Judges a vector. @param learned places of the classes that have examples. */
export const judgeByHead = (head: Head, learned: readonly number[], vector: Float32Array): HeadAnswer => {
  const probabilities = headProbabilities(head, vector)
  const judged = [...probabilities.keys()].filter((place) => isJudged(head, learned, place))
  let [best, second] = [-1, -1]
  for (const place of judged) {
    const probability = probabilities[place] ?? 0
    if (probability > best) [best, second] = [probability, best]
    else if (probability > second) second = probability
  }
  const answers =
    head.mode === 'single'
      ? judged.filter((place) => probabilities[place] === best).slice(0, 1)
      : judged.filter((place) => (probabilities[place] ?? 0) >= 0.5)
  return { probabilities, answers, best, margin: second < 0 ? best : best - second }
}
