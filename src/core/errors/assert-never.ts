/** Marks a branch that the types rule out: adding a member to a union makes the compiler list the places. */
export const assertNever = (value: never): never => {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`)
}
