/** What a picture that fills the middle says beside what every picture does; these texts come with it (ADR 31). */
export const largeView = {
  largeView: {
    title: 'Large picture',
    keys: 'Left and right change the picture, plus and minus change its size, 0 fits it, F dims the rest, M shows the model’s view, W what the answer hangs on, 1 to 9, Enter and X decide and go on, Escape goes back',
    why: 'What the answer hangs on',
    looking: 'Looking closer: {{percent}}',
    stop: 'Stop',
    noWhy: 'No answer here to look into.',
    whySpoken: '{{tag}} hangs most on: {{places}}.',
    places: {
      'top-left': 'top left',
      'top-middle': 'top middle',
      'top-right': 'top right',
      'middle-left': 'left',
      'middle-middle': 'middle',
      'middle-right': 'right',
      'bottom-left': 'bottom left',
      'bottom-middle': 'bottom middle',
      'bottom-right': 'bottom right',
    },
    zoom: 'Size',
    back: 'All pictures',
    zoomIn: 'Larger',
    zoomOut: 'Smaller',
    fit: 'Fit, from {{percent}}',
  },
} as const
