import { useState } from 'react'
import { headVersion } from '../../../../core/tasks/own/own-record'
import { compareVersions, type OwnVersion } from '../../../../core/tasks/own/versions/versions'
import { answersOf } from '../../../../state/tasks/own/versions/keep-versions'
import { useActions, useAppState } from '../../../context/ui-context'
import { useAttempt } from '../../../parts/use-attempt'
import { Button } from '../../../primitives/button'
import { useOwnWords } from '../use-own-words'

const VersionRow = ({ version, now }: { readonly version: OwnVersion; readonly now: number }) => {
  const { t, format } = useOwnWords()
  const { marking } = useActions()
  const attempt = useAttempt()
  const own = useAppState((state) => state.own)
  const marks = useAppState((state) => state.marks)
  const isNow = own !== null && headVersion(own.head) === version.id
  const compared = own && !isNow ? compareVersions(version.answers, answersOf(own), marks) : null
  const share =
    version.share === null ? [] : [t('own.versionShare', { share: format.percent(version.share) })]
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line py-1.5">
      <span className="grow tabular-nums">
        <span className="block">
          {[
            ...(version.name === undefined ? [] : [version.name]),
            format.ago(version.at, now),
            t(version.why === 'saved' ? 'own.versionSaved' : 'own.versionKept'),
            t('own.examples', { count: version.examples }).replace(/\.$/, ''),
            ...share,
          ].join(' · ')}
        </span>
        {compared ? (
          <span className="block text-12 text-muted">
            {t('own.versionCompared', {
              count: compared.pictures,
              then: format.percent(compared.then),
              now: format.percent(compared.now),
            })}
          </span>
        ) : null}
      </span>
      {isNow ? (
        <span className="text-12 text-muted">{t('own.versionNow')}</span>
      ) : (
        <Button
          size="small"
          aria-label={t('own.restoreThis', { when: format.ago(version.at, now), count: version.examples })}
          onClick={() =>
            void attempt(async () => {
              ;(await marking.load()).restore(version.id)
            })
          }
        >
          {t('own.restore')}
        </Button>
      )}
    </li>
  )
}

/** What the classifier knew at earlier times, the newest first, beside what it knows now, and the way back. */
export const VersionList = () => {
  const { t } = useOwnWords()
  const versions = useAppState(({ ownVersions }) => ownVersions)
  const [now] = useState(() => Date.now())
  if (versions.length === 0) return null
  return (
    <section className="grid max-w-prose gap-1.5">
      <h3 className="font-semibold">{t('own.versions')}</h3>
      <p className="text-muted">{t('own.versionsHow')}</p>
      <ul>
        {versions.toReversed().map((version) => (
          <VersionRow key={version.id} version={version} now={now} />
        ))}
      </ul>
    </section>
  )
}
