/** What the privacy dialog says; these texts come with it (ADR 31). */
export const privacyDialog = {
  privacy: {
    promise:
      'Pictures, tags and results never leave this device. The only requests are for the app itself, a model from the host you choose, and a picture whose address you typed.',
    airplaneText: 'No request to any other host, not even for a model. What is on this device still works.',
    shared: 'Other pages of this address',
    sharedText:
      'Pages that others put under {{origin}} could read and change what is stored here: models, kept pictures, tags, settings and the app itself.',
    sharedWayOut:
      'To rule that out, put the app on a domain of its own. Stored models are compared with their hashes from time to time.',
    log: 'Requests since this page was opened',
    nothing: 'Nothing yet.',
    ownHost: 'the app’s own',
    latest: 'Latest requests',
    requests_one: '{{count, number}} request',
    requests_other: '{{count, number}} requests',
    askers: {
      page: 'page',
      pixels: 'pixels',
      inference: 'inference',
      store: 'store',
      desk: 'desk',
      columns: 'columns',
      classifier: 'classifier',
      'service worker': 'service worker',
    },
    outcomes: {
      redirected: 'sent on to another host',
      answered: 'answered',
      kept: 'from this device',
      failed: 'failed',
      refused: 'refused',
    },
    redirected: '{{number}} sent on to another host',
    failed: '{{number}} failed',
    refused: '{{number}} refused',
    kept: '{{number}} from this device',
    sites: 'Sites that may use Taglens',
    sitesText:
      'They may send pictures and texts to be classified here and get the results. They see nothing else.',
    removeSite: 'Remove',
    removeNamedSite: 'Remove {{origin}}',
    diagnostics: 'Problem report',
    diagnosticsText: 'Versions, device, model and error codes. Nothing about pictures or tags.',
    showReport: 'Show the report',
    copyReport: 'Copy the report',
  },
} as const
