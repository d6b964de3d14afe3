/** What is said of pictures that outlive a visit; these texts come with the code that keeps them (ADR 31). */
export const kept = {
  kept: {
    title: 'Pictures on this device',
    keep: 'Keep pictures for the next visit',
    keepText:
      'Pictures, what the models made of them, what you said they are and small previews stay in this browser until you forget them.',
    none: 'Nothing is kept.',
    pictures_one: '{{count, number}} picture',
    pictures_other: '{{count, number}} pictures',
    inFolder: '{{folder}}: {{pictures}}',
    detail: '{{size}}, {{ago}}',
    isOpen: 'open now',
    again: 'Open again',
    openNamed: 'Open {{name}}',
    open: 'Open',
    forget: 'Forget',
    forgetNamed: 'Forget {{name}}',
    forgetAsk: 'Forget {{name}}? Pictures that you have nowhere else are gone then.',
    forgetYes: 'Forget',
    forgetNo: 'Keep',
    tagNotKept: 'This picture is a tag until the page is left: no pictures are kept here.',
    noRoom_one: 'There is no room to keep {{count, number}} picture for the next visit.',
    noRoom_other: 'There is no room to keep {{count, number}} pictures for the next visit.',
    missing_one: '{{count, number}} picture was not kept. Add it again.',
    missing_other: '{{count, number}} pictures were not kept. Add them again.',
  },
} as const
