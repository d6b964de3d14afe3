/** What a picture that fills the middle says beside what every picture does; these texts come with it (ADR 31). */
export const largeView = {
  largeView: {
    title: 'Large picture',
    keys: 'Left and right change the picture, plus and minus change its size, 0 fits it, F dims the rest, M shows the model’s view, Escape goes back',
    zoom: 'Size',
    back: 'All pictures',
    zoomIn: 'Larger',
    zoomOut: 'Smaller',
    fit: 'Fit, from {{percent}}',
  },
} as const
