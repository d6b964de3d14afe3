import type { Cosine, Logit } from '../../brands'

/**
 * Twice the logits by which a right word beats the neutral texts: 8 on Mini, 5 to 10 on a stand-in for CLIP. So the
 * very same picture beats any word, and one that is half of the way there from a picture that shows nothing is level
 * with texts that say nothing. Figures: ADR 33.
 */
const REACH = 16

/** Where both pictures are all but neutral ones themselves, nothing can be told from their cosine. */
const MOST_NEUTRAL = 0.99

/**
 * The logit of a tag that is a picture, on the scale of the words beside it.
 *
 * Cosines between two pictures and between a picture and a text do not compare: those of unrelated pictures are far
 * above those of right words. So each picture is measured between two marks of its own kind: a neutral picture, which
 * shows nothing, and itself.
 *
 * @param cosine of the two pictures.
 * @param neutralCosines of either of them with pictures that show nothing.
 * @param level of texts that say nothing of the picture.
 */
export const toPictureLogit = (cosine: Cosine, neutralCosines: readonly Cosine[], level: Logit): Logit => {
  const neutral = Math.min(MOST_NEUTRAL, Math.max(0, ...neutralCosines))
  const nearness = (cosine - neutral) / (1 - neutral)
  return (level + REACH * (2 * nearness - 1)) as Logit
}
