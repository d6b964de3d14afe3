import path from 'node:path'

const ROOT = path.join(import.meta.dirname, '../..').replaceAll('\\', '/')

/** Modules by their paths from the root, without an ending; one that ends with `/` stands for a whole folder. */
const modules =
  (...paths: readonly string[]) =>
  (id: string): boolean =>
    paths.some((start) =>
      id.replaceAll('\\', '/').startsWith(`${ROOT}/${start}${start.endsWith('/') ? '' : '.'}`),
    )

/**
 * What of the page comes in one file. What it begins with is the first; then the parts that come later: those of one
 * subject together, since each alone is a few hundred bytes and a request of its own. A group takes along what its
 * modules import, unless a group before it has that; so what several groups need stands before them.
 */
const groups = [
  // In 23 files, most of under 3 kB, it weighed 4 kB more and asked 22 times.
  { name: 'page', tags: ['$initial' as const] },
  {
    // Used here and there, each too small for a file.
    name: 'shared',
    test: modules(
      'src/core/model/files/model-manifest',
      'src/core/question/prompts/preset-names',
      'src/core/views/csv',
      'src/state/exports/labelled-pictures',
      'src/state/messages/show-stoppable',
      'src/state/tasks/fixed-labels/picture-record',
      'src/ui/pictures/chosen-label',
      'src/ui/pictures/list/chip',
      'src/ui/primitives/fields/select-field',
      'src/ui/primitives/fields/use-typed',
      'src/ui/primitives/question-in-place',
      'src/words/en/pictures/large-view',
      'src/words/en/pictures/suggestions',
    ),
  },
  {
    // What dialogs, menus and popovers lie on.
    name: 'layers',
    test: modules(
      'node_modules/@radix-ui/react-context/',
      'node_modules/@radix-ui/react-dismissable-layer/',
      'node_modules/@radix-ui/react-focus-guards/',
      'node_modules/@radix-ui/react-focus-scope/',
      'node_modules/@radix-ui/react-id/',
      'node_modules/@radix-ui/react-portal/',
      'node_modules/@radix-ui/react-presence/',
      'node_modules/@radix-ui/react-use-controllable-state/',
      'node_modules/aria-hidden/',
      'node_modules/react-remove-scroll/',
    ),
  },
  {
    name: 'dialog',
    test: modules('src/ui/primitives/dialog/', 'src/ui/shell/dialogs/about-dialog', 'src/words/en/about'),
  },
  {
    name: 'model-words',
    test: modules('src/ui/model/facts/describe-self-check', 'src/ui/model/texts/use-model-words'),
  },
  {
    name: 'offer',
    test: modules(
      'src/core/model/catalogue/',
      'src/platform/device/surroundings',
      'src/state/links/open-linked-model',
      'src/ui/model/offer/photo-offer',
    ),
  },
  {
    name: 'stored-models',
    test: modules(
      'src/client/models/find-for-own',
      'src/client/models/tried-import',
      'src/state/model/model-transfers',
      'src/state/model/recheck-models',
    ),
  },
  { name: 'measure', test: modules('src/core/site/diagnostics', 'src/state/model/measure-actions') },
  {
    // With what walks folders, whose files it takes.
    name: 'take-in',
    test: modules(
      'src/platform/pictures/folders/',
      'src/platform/pictures/walk-entries',
      'src/state/pictures/incoming/show-finding',
      'src/state/pictures/incoming/take-in',
      'src/words/en/pictures/exporting',
      'src/words/en/pictures/incoming',
    ),
  },
  {
    name: 'tag-sets',
    test: modules(
      'src/core/tags/tag-file',
      'src/platform/storage/tag-set-store',
      'src/state/tags/tag-set-actions',
    ),
  },
  {
    name: 'ways-in',
    test: modules(
      'src/core/incoming/dragged-addresses',
      'src/platform/pictures/fetch-picture',
      'src/state/pictures/incoming/read-addresses',
      'src/ui/tags/take-tag-list',
    ),
  },
  {
    name: 'file-dialogs',
    test: modules(
      'src/ui/exports/files-out-dialog',
      'src/ui/pictures/add/address-dialog',
      'src/ui/pictures/add/left-out-dialog',
    ),
  },
  {
    name: 'review',
    test: modules(
      'src/core/tasks/decisions/',
      'src/state/tasks/decisions/decisions',
      'src/ui/pictures/decision-badge',
      'src/ui/pictures/list/use-decision-filter',
      'src/ui/pictures/use-decision',
      'src/ui/pictures/use-review-keys',
    ),
  },
  { name: 'scores', test: modules('src/ui/scores/use-histogram', 'src/words/en/scores') },
  {
    name: 'templates',
    test: modules('src/core/question/prompts/template-presets', 'src/ui/tags/scoring/template-fields'),
  },
  {
    name: 'sorting',
    test: modules(
      'node_modules/lucide-react/dist/esm/icons/arrow-down-up',
      'src/ui/pictures/list/use-sort-items',
    ),
  },
  {
    name: 'search',
    test: modules('src/state/pictures/search/create-search', 'src/ui/pictures/list/search-field'),
  },
  {
    name: 'long-lists',
    test: modules('src/client/columns/create-columns', 'src/state/pictures/arranged/create-arranger'),
  },
  {
    // With what other ways to look at many pictures stand on too.
    name: 'picture-list',
    test: modules('src/ui/pictures/list/picture-list'),
  },
  {
    // Other ways to look at many pictures.
    name: 'views',
    test: modules(
      'src/state/pictures/views/open-views',
      'src/ui/pictures/duplicates/',
      'src/ui/pictures/map/',
      'src/words/en/pictures/duplicates',
      'src/words/en/pictures/map',
    ),
  },
  {
    name: 'suggestions',
    test: modules(
      'src/platform/storage/word-vectors',
      'src/state/pictures/suggestions/create-suggestions',
      'src/ui/suggestions/suggestion-panel',
    ),
  },
  {
    name: 'kept-pictures',
    test: modules(
      'src/client/desk/create-desk',
      'src/platform/storage/open-kept',
      'src/state/pictures/kept/keep-pictures',
    ),
  },
  {
    name: 'regions',
    test: modules(
      'src/api/explain/',
      'src/client/inference/encode-places',
      'src/client/inference/encode-regions',
      'src/client/inference/look-closely',
      'src/core/question/regions/',
      'src/state/pictures/regions/',
      'src/ui/pictures/view/model-view',
      'src/ui/pictures/view/regions/',
    ),
  },
  {
    name: 'comparison',
    test: modules(
      'src/core/tasks/comparison/',
      'src/state/tasks/comparison/',
      'src/ui/tasks/comparison/',
      'src/words/en/comparison',
    ),
  },
  { name: 'live', test: modules('src/state/live/create-live', 'src/ui/live/live-dialog') },
  {
    name: 'hosted-forms',
    test: modules(
      'src/core/views/hosted-request',
      'src/ui/tasks/fixed-labels/vit-copy-forms',
      'src/ui/tasks/zero-shot/copy-forms',
    ),
  },
  {
    name: 'own-record',
    test: modules(
      'src/state/tasks/own/good/unlikeness-of',
      'src/state/tasks/own/learned-places',
      'src/state/tasks/own/own-record',
    ),
  },
  { name: 'records', test: modules('src/state/tasks/late-tasks') },
  {
    name: 'own-classifier',
    test: modules(
      'src/client/classifier/create-classifier',
      'src/platform/storage/create-mark-memory',
      'src/state/links/open-linked-classifier',
      'src/state/tasks/own/create-own-classifier',
    ),
  },
  {
    name: 'fixed-labels',
    test: modules(
      'src/ui/tasks/fixed-labels/categories-panel',
      'src/ui/tasks/fixed-labels/classifier-choice',
      'src/ui/tasks/fixed-labels/fixed-label-ranking',
    ),
  },
]

/** The groups as the bundler takes them: the first that has a module keeps it. */
export const scriptGroups = groups.map((group, at) => ({ ...group, priority: groups.length - at }))
