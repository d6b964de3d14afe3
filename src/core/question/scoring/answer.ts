import type { Judgement } from './judge'

/** Whether a picture is left without any tag. With a tag for the rest it has that one. */
export const hasNoTag = ({ rejected, ranking }: Judgement): boolean =>
  rejected && ranking[0]?.accepted !== true

/** The surer, the larger; -1 without a ranking. Behind every picture that has a tag come those that have none. */
export const sureness = ({ ranking, rejected }: Judgement): number => {
  const [best] = ranking
  if (!best) return -1
  return (best.probability ?? best.cosine) - (rejected ? 1 : 0)
}
