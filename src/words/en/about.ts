/** What the app says of itself; these texts come with the dialog (ADR 31). */
export const about = {
  about: {
    title: 'About Taglens',
    open: 'About Taglens {{version}}',
    text: 'Which of these words fits this picture? Taglens answers on this device alone; no picture leaves it.',
    install: 'Install',
    installText:
      'In the browser’s menu choose “Install” or “Add to home screen”; in Safari, Share first. It then opens like any app, offline too.',
    version: 'Version',
    commit: 'Commit',
    date: 'Date',
    copy: 'Copy',
    report: 'Problem report',
  },
} as const
