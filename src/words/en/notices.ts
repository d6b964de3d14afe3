/** What passing notices say, and their buttons. */
export const notices = {
  undo: 'Undo',
  show: 'Show',
  details: 'Details',
  removed_one: 'Removed {{count, number}} picture',
  removed_other: 'Removed {{count, number}} pictures',
  downloadStopped: 'The download is stopped. What has arrived is kept, so it can go on later.',
  notKept: 'There is no room to keep {{name}}, so it will be downloaded again next time.',
  linkTags: 'The tags come from the link that opened this page.',
  linkModel: 'The link asks for the model {{name}}, which may have to be downloaded.',
  linkPicture: 'Reading the picture of the link from {{host}}.',
  pastedPicture: 'Pasted picture',
} as const
