/** What the API says that is no error of the engine. */
export const words = {
  originNotAllowed:
    'This site may not use Taglens yet. The person is asked on the page; ask again when they have allowed it.',
  cancelled: 'It was cancelled. Start it again when you like.',
  stillLoading: 'The model is still being loaded. Ask again in a minute.',
  idExpected: 'A request has an id: a text or a number.',
  partNotLoaded: 'A part of the app could not be loaded. Try again.',
} as const
