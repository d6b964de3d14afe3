import * as v from 'valibot'
import { parseSchema } from '../parse-input'

const isVector = (value: unknown): value is ArrayLike<number> =>
  (Array.isArray(value) || ArrayBuffer.isView(value)) && !(value instanceof DataView)

/** Length of a vector in one look at each number: there may be thousands. NaN or infinite where a number is. */
const lengthOf = (values: Float32Array): number => {
  let squares = 0
  for (const value of values) squares += value * value
  return Math.sqrt(squares)
}

const VectorSchema = v.pipe(
  v.custom<ArrayLike<number>>(isVector, 'a vector is a list of numbers'),
  v.transform((values) => {
    const vector = Float32Array.from(values)
    return { vector, length: lengthOf(vector) }
  }),
  v.check(
    ({ vector, length }) => vector.length > 0 && Number.isFinite(length),
    'a vector is of finite numbers, and not too large ones',
  ),
  v.check(({ length }) => length > 0, 'a vector must not be all zeros'),
  v.transform(({ vector, length }) => {
    for (let i = 0; i < vector.length; i += 1) vector[i] = (vector[i] ?? 0) / length
    return vector
  }),
)

const PictureSchema = v.union(
  [v.instance(Blob), v.pipe(v.string(), v.minLength(1))],
  'a picture is a Blob or an address',
)

const SaidSchema = {
  yes: v.array(v.string('a label is a text'), 'yes must be a list of labels'),
  no: v.optional(v.array(v.string('a label is a text'), 'no must be a list of labels'), []),
  group: v.optional(v.string('group must be a text'), ''),
}

const TrainSchema = v.object(
  {
    labels: v.pipe(
      v.array(
        v.pipe(v.string(), v.minLength(1, 'a label must not be empty')),
        'labels must be a list of texts',
      ),
      v.minLength(1, 'at least one label is expected'),
      v.check((labels) => new Set(labels).size === labels.length, 'labels must differ'),
    ),
    mode: v.optional(v.picklist(['single', 'multi'], 'mode is single or multi'), 'single'),
    examples: v.array(
      v.union(
        [
          v.object({ vector: VectorSchema, ...SaidSchema }),
          v.object({ picture: PictureSchema, ...SaidSchema }),
        ],
        'an example has a picture or a vector, and the labels that are true of it in yes',
      ),
      'examples must be a list',
    ),
  },
  'an object of labels and examples is expected',
)

const InputsSchema = v.array(
  v.union([PictureSchema, VectorSchema], 'an input is a picture or a vector'),
  'inputs must be a list of pictures and vectors',
)

/** What is trained on, with its vectors of length 1. */
export type ParsedTraining = v.InferOutput<typeof TrainSchema>

export const parseTraining = (input: unknown) => parseSchema(TrainSchema, input)

export const parseInputs = (input: unknown) => parseSchema(InputsSchema, input)
