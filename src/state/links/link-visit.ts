import { type AppLink, bringsTags } from '../../core/site/links/app-link'
import { tagTexts, toTagList } from '../../core/tags/tag-list'
import type { AppActions, LinkActions } from '../app-actions'
import type { ActionDeps } from '../app-deps'
import type { AppState, LinkVisit, ScoringSettings } from '../app-state'
import { ownWorkOf, sameFieldsOf, visitOver } from '../history/link-steps'
import { diffScoring, workOf } from '../history/work'
import type { WorkKeeper } from '../history/work-history'
import type { Outcome } from '../../core/errors/outcome'
import { describeError } from '../messages/describe-error'
import { sentenceOf } from '../messages/error-description'
import type { Notices } from '../messages/notices'

type Visited = Pick<AppState, 'tags' | 'settings' | 'linkVisit'>

/** What may be written to storage: the person's own. */
export const ownTagsAndSettings = ({ tags, settings, linkVisit }: Visited) => ({
  tags: linkVisit?.ownTags ?? tags,
  settings: { ...settings, ...linkVisit?.ownScoring },
})

/** The page once the person's own has changed elsewhere to this: what the link set stays. */
export const withOwn = (
  { tags, settings, linkVisit }: Visited,
  own: Pick<AppState, 'tags' | 'settings'>,
): Visited =>
  linkVisit
    ? {
        tags: linkVisit.ownTags ? tags : own.tags,
        settings: { ...own.settings, ...sameFieldsOf(settings, linkVisit.ownScoring) },
        linkVisit: visitOver(own, linkVisit),
      }
    : { ...own, linkVisit: null }

/** What of a link's scoring is not as the person has it already. A classifier is asked nothing. */
const newScoring = (
  { mode, template, temperature, rules: given }: AppLink,
  own: ScoringSettings,
): Partial<ScoringSettings> => {
  if (mode === 'vit') return {}
  const asked: ScoringSettings = {
    template: template ?? own.template,
    temperature: temperature ?? own.temperature,
    rules: { ...own.rules, ...given },
  }
  return diffScoring(own, asked) ?? {}
}

/** Creates what opens a visit by a link and ends it. Opening is one step of the history, and so is going back. */
export const createLinkVisit = (
  { store, newId }: Pick<ActionDeps, 'store' | 'newId'>,
  { record }: Pick<WorkKeeper, 'record'>,
): { readonly open: (link: AppLink) => void; readonly actions: LinkActions } => {
  const { getState, setState } = store
  const end = () => {
    setState({ linkVisit: null })
  }
  return {
    open: (link) => {
      const { tags: own, scoring } = workOf(getState())
      const linkTags = bringsTags(link) ? toTagList(link.labels ?? [], newId) : []
      const isNew =
        linkTags.length > 0 && JSON.stringify(tagTexts(linkTags)) !== JSON.stringify(tagTexts(own))
      const set = newScoring(link, scoring)
      if (!isNew && Object.keys(set).length === 0) return
      // Before the change, so that it is never written.
      const visit: LinkVisit = { ownTags: isNew ? own : null, ownScoring: sameFieldsOf(scoring, set) }
      setState({ linkVisit: visit })
      record({ kind: 'open-link', visit }, { tags: isNew ? linkTags : own, scoring: { ...scoring, ...set } })
    },
    actions: {
      keepLinked: end,
      leaveLink: () => {
        const { linkVisit } = getState()
        if (linkVisit === null) return
        record({ kind: 'leave-link', visit: linkVisit }, ownWorkOf(workOf(getState()), linkVisit))
        end()
      },
    },
  }
}

/** Opens the page as a link asks. */
export type OpenLink = (link: Outcome<AppLink>) => void

/**
 * Opens the page as a link asks: its tags, templates and scoring for this visit, and its picture. Its model is
 * `open-linked-model.ts`'s.
 */
export const createLinkOpener =
  (
    openVisit: (link: AppLink) => void,
    takeAddresses: AppActions['takeAddresses'],
    notices: Notices,
  ): OpenLink =>
  (link) => {
    if (link.kind === 'failed') {
      const { error } = link
      notices.show({
        tone: 'problem',
        text: (words) => sentenceOf(describeError(words, error)),
        action: null,
      })
    }
    if (link.kind !== 'done') return
    openVisit(link.value)
    const { url } = link.value
    if (url !== null) takeAddresses([url], 'pictures')
  }
