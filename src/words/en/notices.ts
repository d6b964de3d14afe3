/** What passing notices say, and their buttons. */
export const notices = {
  show: 'Show',
  details: 'Details',
  removed_one: 'Removed {{count, number}} picture',
  removed_other: 'Removed {{count, number}} pictures',
  downloadStopped: 'The download is stopped. What has arrived is kept, so it can go on later.',
  airplaneOff: 'The airplane switch is off. The download of {{name}} can go on.',
  filesChanged: 'Files of {{name}} had changed on this device and were deleted. Download or add them again.',
  notKept: 'There is no room to keep {{name}}. It works until this page is left.',
  insecure:
    'Over plain http no model is kept, and it runs slower. Open this page with https or on localhost.',
  refused: 'The browser keeps nothing for this page. To keep tags and models, let it store data.',
  linkModel: 'The link asks for the model {{name}}, which may have to be downloaded.',
  choose: 'Choose',
  linkClassifier: 'The link asks for ImageNet’s labels. Choose a classifier that has them.',
  setsNotKept: 'The browser keeps no sets of tags: they end with this page. Save them as files.',
  pastedPicture: 'Pasted picture',
} as const
