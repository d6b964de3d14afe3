/** Whether parsed JSON is an object with names, so that its fields may be looked at one by one. */
export const isJsonObject = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

/** Whether parsed JSON is a count of bytes. */
export const isByteCount = (json: unknown): json is number => Number.isSafeInteger(json) && Number(json) >= 0
