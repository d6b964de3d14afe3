import { addWeightedRows, timesTransposed, toDoubles } from './matrix'

/** A matrix whose products with others are wanted again and again. */
export interface HeldMatrix {
  /** Each row times each of `classes` rows of weights. @param out gets a number for each row and class. */
  timesWeights(weights: Float64Array, classes: number, out: Float64Array): void
  /** All rows added up for each class, times their shares of it. @param out gets a row for each class. */
  addUp(shares: Float64Array, classes: number, out: Float64Array): void
}

/** The products of matrices that nearly all of learning is spent on: plainly, or by what a worker has that is faster. */
export interface Products {
  /** Every row times every row: as many rows and columns as there are rows. */
  gram(rows: Float32Array, width: number): Float64Array
  /**
   * Holds a matrix of rows of `width` numbers. The one that was held before is gone.
   * @param isLower whether it has as many rows as columns, and only 0 to the right of its diagonal.
   */
  hold(matrix: Float64Array, width: number, isLower: boolean): HeldMatrix
}

/** In double precision and without any help: what the others are measured by. */
export const plainProducts: Products = {
  gram: (rows, width) => {
    const doubles = toDoubles(rows)
    return timesTransposed(doubles, doubles, width)
  },
  hold: (matrix, width) => ({
    timesWeights: (weights, _classes, out) => {
      out.set(timesTransposed(matrix, weights, width))
    },
    addUp: (shares, classes, out) => {
      out.fill(0)
      for (let c = 0; c < classes; c += 1) addWeightedRows(out, c * width, matrix, width, shares, classes, c)
    },
  }),
}
