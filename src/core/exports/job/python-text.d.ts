/** A program in Python as text, which Vite puts into the script. */
declare module '*.py?raw' {
  const text: string
  export default text
}
