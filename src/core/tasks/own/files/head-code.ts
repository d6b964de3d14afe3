import type { Head } from '../head'
import type { FileModel } from './own-file'

/** The languages that a head is written in. */
export type HeadLanguage = 'python' | 'javascript'

/** The shortest text that reads as the same number in single precision. */
const numbers = (values: Float32Array): string => `[${[...values].map((value) => String(value)).join(', ')}]`

const rows = ({ weights, width }: Head): string =>
  `[\n${Array.from({ length: weights.length / width }, (_, c) => `  ${numbers(weights.subarray(c * width, (c + 1) * width))},`).join('\n')}\n]`

/** A line of a comment, whatever the text holds. */
const inComment = (text: string): string => text.replaceAll(/\s+/g, ' ')

const toPython = (head: Head, classes: readonly string[], { id, revision }: FileModel): string => `\
# Probabilities of "classes" from image embeddings of ${inComment(id)} (${inComment(revision)}), a row a picture.
import numpy as np

classes = ${JSON.stringify(classes)}
weights = np.array(${rows(head)})
biases = np.array(${numbers(head.biases)})


def predict(image_embeds):
    x = np.atleast_2d(np.asarray(image_embeds, dtype=np.float64))
    z = x / np.linalg.norm(x, axis=1, keepdims=True) @ weights.T + biases
${
  head.mode === 'single'
    ? `    p = np.exp(z - z.max(axis=1, keepdims=True))
    return p / p.sum(axis=1, keepdims=True)`
    : '    return 1 / (1 + np.exp(-z))'
}
`

const toJavaScript = (head: Head, classes: readonly string[], { id, revision }: FileModel): string => `\
// Probabilities of \`classes\` from an image embedding of ${inComment(id)} (${inComment(revision)}).
export const classes = ${JSON.stringify(classes)}
const weights = ${rows(head)}
const biases = ${numbers(head.biases)}

export const predict = (imageEmbeds) => {
  const length = Math.hypot(...imageEmbeds)
  const z = weights.map((row, c) => row.reduce((sum, w, k) => sum + (w * imageEmbeds[k]) / length, biases[c]))
${
  head.mode === 'single'
    ? `  const most = Math.max(...z)
  const p = z.map((value) => Math.exp(value - most))
  const sum = p.reduce((a, b) => a + b, 0)
  return p.map((value) => value / sum)`
    : '  return z.map((value) => 1 / (1 + Math.exp(-value)))'
}
}
`

/** A head as a program that needs nothing else and gives the page's numbers. */
export const headToCode = (
  language: HeadLanguage,
  head: Head,
  classes: readonly string[],
  model: FileModel,
): string => (language === 'python' ? toPython : toJavaScript)(head, classes, model)
