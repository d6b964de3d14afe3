/** Whether this browser decodes JPEGs at a fraction of their size. */
export const readsFast = (): boolean => typeof ImageDecoder !== 'undefined'
