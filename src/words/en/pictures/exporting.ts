/** What is said of files of results; these texts come with the code that writes them (ADR 31). */
export const exporting = {
  exporting: {
    title: 'Export',
    which: 'Which pictures',
    scopes: { all: 'All: {{number}}', shown: 'Shown: {{number}}', marked: 'Marked: {{number}}' },
    results: 'Results',
    archives: 'Files for other programs (ZIP)',
    disk: 'Sort into folders on disk…',
    beyond: 'For more pictures than a browser holds',
    project: 'To go on elsewhere',
    projectNote:
      'Pictures themselves are not in it. On another machine their folder is added, and they are found.',
    previews: 'Previews',
    previewsToo: {
      with: 'With previews',
      without: 'Without previews: smaller, nothing to look at elsewhere',
    },
    kinds: {
      project: 'Project: open it elsewhere with all that you did',
      csv: 'Table, a row for each picture (CSV)',
      labels: 'Table, a row for each label (CSV)',
      json: 'JSON, all in one',
      jsonl: 'JSON, a line for each',
      npz: 'Vectors for NumPy (NPZ)',
      zip: 'Pictures in folders by tag',
      imagefolder: 'ImageFolder: folders by tag and metadata.jsonl',
      fiftyone: 'FiftyOne data set',
      coco: 'COCO data set',
      job: 'Python job: one program, without pictures',
      xmp: 'XMP notes with your tags, without pictures',
    },
    whose: 'Whose labels',
    whoses: {
      'decided-first': 'Yours ({{number}}), else the model’s',
      'decided-only': 'Only yours: {{number}}',
    },
    naming: 'Notes for photo.jpg are called',
    namings: {
      'name.ext.xmp': 'photo.jpg.xmp (digiKam, darktable)',
      'name.xmp': 'photo.xmp (Adobe)',
    },
    tagged_one:
      '{{count, number}} picture has a tag of yours. Unpack the ZIP over its folder; pictures stay as they are.',
    tagged_other:
      '{{count, number}} pictures have tags of yours. Unpack the ZIP over their folder; pictures stay as they are.',
    noneTagged: 'You have not said of any of these pictures what it is.',
    adobe: 'Adobe’s programs read no notes beside JPEG files.',
    left_one: '{{count, number}} note was there already and is left as it is; the ZIP lists it.',
    left_other: '{{count, number}} notes were there already and are left as they are; the ZIP lists them.',
    jobSaved: 'Run it with: python3 taglens_job.py FOLDER --out results.jsonl',
    noJob: 'A Python job takes tags that a model has read, or a classifier of your own.',
    go: 'Export',
    progress: 'Exporting {{done}} of {{total}}',
    unread_one: '{{count, number}} picture is not in the archive: its file can no longer be read.',
    unread_other: '{{count, number}} pictures are not in the archive: their files can no longer be read.',
  },
} as const
