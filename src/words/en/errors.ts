/** Every error: what happened, and what to do next. */
export const errors = {
  invalid: {
    next: 'Change it and try again.',
    copy: 'Choose another copy of it.',
    smaller: 'Choose a smaller one.',
    again: 'Choose again.',
    newer: 'Reload the page to get that version.',
  },
  elsewhere: {
    what: 'This picture is not on this device.',
    next: 'Add its folder, or load the model that the project was made with.',
  },
  noModel: { what: 'No model is loaded yet.', next: 'Load a model first.' },
  noTagModel: { what: 'The model that is loaded has fixed labels.', next: 'Load one that reads tags.' },
  noLabelModel: { what: 'The model that is loaded has no fixed labels.', next: 'Load one that has.' },
  modelNotFound: {
    what: 'There is no such model, or a file of it is missing: {{url}}',
    next: 'Check the name, the revision and the host.',
  },
  modelCorrupt: {
    what: 'The model file {{file}} is not what it should be: {{detail}}.',
    next: 'It is not used. Retry; if it fails again, the published file is broken: choose another.',
  },
  unsupportedModel: {
    what: 'This model cannot be run here: {{detail}}.',
    next: 'Choose a CLIP, MobileCLIP or SigLIP model of the hub.',
  },
  airplane: {
    what: 'The airplane switch is on, so this was not read: {{url}}',
    next: 'Turn it off and try again.',
  },
  unreachable: {
    what: 'The host could not be reached: {{url}}',
    next: 'Check the connection and the airplane switch, then retry.',
  },
  forbidden: {
    what: 'The host refused this (status {{status}}): {{url}}',
    next: 'It may need a sign-in, or not exist. Check the name, or add the files from this device.',
  },
  gated: {
    what: 'This model is only for people who are signed in and have asked for it: {{url}}',
    next: 'Taglens signs in nowhere. Get its files on the hub and add the files from this device.',
  },
  tooManyRequests: {
    what: 'The host has had too many requests from here (status 429): {{url}}',
    next: 'Wait a minute, then retry.',
    wait: 'Retry in {{duration}}.',
  },
  outOfOrder: {
    what: 'The host has a problem at the moment (status {{status}}): {{url}}',
    next: 'Retry in a minute.',
  },
  status: {
    what: 'The host answered with status {{status}}: {{url}}',
    next: 'Check the address, then retry.',
  },
  noPreview: {
    what: 'This camera RAW file holds no picture that can be shown ({{name}}).',
    next: 'Develop it in your camera’s program and export a JPEG.',
  },
  unusual: {
    what: 'This {{format}} file is stored in a way that cannot be read here ({{name}}).',
    next: 'Open it in an image editor and save it as PNG or JPEG.',
  },
  document: {
    what: 'This is a PDF document, not a picture ({{name}}).',
    next: 'Export the page as PNG or JPEG, or take a screenshot of it.',
  },
  layers: {
    what: 'This is a Photoshop file with layers ({{name}}).',
    next: 'Export it as PNG or JPEG and add that.',
  },
  video: {
    what: 'This is a video, not a picture ({{name}}).',
    next: 'Save a frame of it as PNG or JPEG and add that.',
  },
  unreadable: {
    what: 'This file can no longer be read ({{name}}).',
    next: 'Add it again; it may have been moved or deleted.',
  },
  noPicture: {
    what: 'This file is not a picture that can be read here ({{name}}).',
    next: 'Choose a JPEG, PNG, WebP, AVIF, GIF, HEIC, TIFF, JPEG XL, SVG or camera RAW file.',
  },
  damaged: {
    what: 'This {{format}} file is damaged and cannot be read ({{name}}).',
    next: 'Export it again, or choose another copy of it.',
  },
  otherFormat: {
    what: 'This file cannot be read here ({{name}} is {{format}}).',
    next: 'Convert it to JPEG or PNG and add it again.',
  },
  tooLarge: {
    what: '{{name}} has {{megapixels}} megapixels; the limit is {{limit}}.',
    next: 'Make it smaller and add it again.',
    baseline: 'Make it smaller, or save it as a baseline JPEG: it is progressive.',
  },
  fetchBlocked: {
    what: 'The site does not let other pages read this picture: {{url}}',
    next: 'Copy the picture there and paste it here, or save it and add the file.',
  },
  outOfMemory: {
    what: 'There was not enough memory for {{doing}}.',
    next: 'Close other tabs, then retry.',
  },
  storageFull: {
    what: 'There is no room left on this device.',
    next: 'Delete a model, or free some space.',
  },
  timeout: {
    what: 'No answer for {{seconds}} seconds while {{doing}}; the engine was restarted.',
    next: 'Retry, or choose the CPU as the device.',
  },
  crashed: {
    what: 'The engine stopped while {{doing}} and was restarted.',
    next: 'Retry; if it happens again, choose a smaller model.',
  },
  gpuLost: {
    what: 'The graphics card stopped answering.',
    next: 'Nothing is lost. Retry, or use the CPU.',
  },
  wrongNumbers: {
    what: 'The device gave wrong numbers, so its results are not used.',
    next: 'Use the CPU, or another precision.',
  },
  partNotLoaded: {
    what: 'A part of the page could not be loaded.',
    next: 'Pictures and tags are still here. Check the connection, then retry.',
  },
  cancelled: { what: 'It was cancelled.', next: 'Start it again when you like.' },
  unexpected: {
    what: 'Something unexpected happened: {{detail}}',
    next: 'Retry. If it happens again, report it.',
  },
  /** What is wrong with something that a person brought. */
  problems: {
    'list-too-large': 'The list of tags is larger than 5 MB.',
    'list-no-json': 'The file is not a list of tags: a JSON list of texts is expected.',
    'list-no-text': 'The list of tags holds something that is no text.',
    'list-tag-too-long': 'A tag of the list is too long.',
    'list-too-many': 'The list has more than {{most}} tags.',
    'link-mode': 'mode in the link is clip or vit.',
    'link-url': 'url in the link is not an http(s) address without a user name.',
    'link-labels-too-long': 'labels in the link are too long.',
    'link-labels-empty': 'labels in the link are empty.',
    'link-too-many-labels': 'labels in the link are more than {{most}}.',
    'link-label-too-long': 'A label in the link has more than {{most}} characters.',
    'link-templates-too-long': 'The templates in the link are too long.',
    'link-model': '{{parameter}} in the link is not a hub id such as owner/name.',
    'link-answer': 'answer in the link is single or multi.',
    'link-margin': 'margin in the link is a number or off.',
    'link-temperature': 'temperature in the link is a number from 0.01 to 100.',
    'picture-gone': 'This picture is no longer in the list.',
    'picture-too-big': 'The picture at {{url}} is over {{megabytes}} MB.',
    'no-picture-address': 'This is not the address of a picture: {{url}}',
    'no-files': 'No file was given.',
    'folder-too-full': 'The folder has more files than any model.',
    'pack-encrypted': '{{path}} is encrypted.',
    'pack-too-full': '{{path}} has more files than any model.',
    'pack-grows': '{{path}} would grow too large.',
    'pack-hostile': '{{path}} has names that lead out of the model.',
    'path-hostile': 'The path {{path}} leads out of its folder.',
    'pack-twice': '{{path}} is there twice. A pack has each file once.',
    'manifest-too-long': '{{path}} is longer than any list of a model’s files.',
    'manifest-unreadable': '{{path}} is no list of a model’s files that this version can read.',
    'archive-damaged': '{{path}} is no ZIP file, or not a whole one.',
    'archive-too-full': '{{path}} has too many files to be opened here.',
    'project-newer': '{{path}} is of a later version of Taglens.',
    'project-too-large': '{{path}} is larger than is read.',
    'project-damaged': '{{path}} is damaged, and nothing of it was taken.',
  },
  /** Why a model cannot run here, and what would work instead. */
  models: {
    'joint-graph': {
      what: 'This model has its vision and its text tower in one graph, onnx/model.onnx, which cannot be run here.',
      next: 'Choose an export with vision_model.onnx and text_model.onnx.',
    },
    'classifier-towers': {
      what: 'This is a classifier with labels of its own, and its graphs are the two towers of a model for tags.',
      next: 'Choose an export with onnx/model.onnx, or a CLIP model for tags.',
    },
    'other-precision': {
      what: 'This model’s graph is there as {{has}}; {{wanted}} was looked for.',
      next: 'Choose another precision, or leave it to the app.',
    },
    'file-missing': {
      what: 'This model has no {{path}}.',
      next: 'Choose an export for transformers.js, with onnx/vision_model.onnx, onnx/text_model.onnx and their JSON files.',
    },
    'weights-missing': {
      what: 'The weights of {{path}} lie in a file of their own, which is missing.',
      next: 'Put the file beside it, or choose another export.',
    },
    'several-models': {
      what: 'There are several models here, side by side: {{path}}.',
      next: 'Give the web address of the folder of one of them, or add that folder from this device.',
    },
    'unknown-family': {
      what: 'This model is of the family {{family}}, which cannot be run here.',
      next: 'Choose a CLIP, SigLIP or MobileCLIP model or one of their kin, or a classifier.',
    },
  },
  /** What the engine was doing, within a sentence. */
  tasks: {
    encodingPictures: 'encoding pictures',
    encodingPrompts: 'encoding prompts',
    readingNamed: 'reading {{name}}',
    resizingPicture: 'resizing a picture',
    loadingModel: 'loading the model',
    checkingModel: 'checking the model',
    openingModel: 'opening the model',
    downloadingModel: 'downloading a model',
    askingForModel: 'asking for a model',
    listingModels: 'listing models',
    deletingModel: 'deleting a model',
    keepingFiles: 'keeping files',
    arranging: 'arranging pictures',
    training: 'learning from examples',
    packingModel: 'packing a model',
    failingOnDemand: 'failing on demand',
  },
} as const
