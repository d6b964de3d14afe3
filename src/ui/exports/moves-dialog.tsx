import { useState } from 'react'
import type { ExportScope } from '../../core/exports/export-request'
import type { WhoseLabels } from '../../core/exports/shapes/labelled-picture'
import type { MoveActions, Moving } from '../../state/exports/moves/moving'
import { exporting } from '../../words/en/pictures/exporting'
import { moving as movingWords } from '../../words/en/pictures/moving'
import { useActions, useAppState, useWordsWith } from '../context/ui-context'
import { useAttempt } from '../parts/use-attempt'
import { Button } from '../primitives/button'
import { DialogFrame } from '../primitives/dialog/dialog-frame'
import type { Elements } from '../primitives/elements'
import { ErrorNote } from '../primitives/error-note'
import { ProgressBar } from '../primitives/progress-bar'
import { Choices } from './choices'
import { useDecided, useScopes } from './use-scopes'

type Act = (act: (moves: MoveActions) => Promise<void> | void) => void
type Of<Kind extends Moving['kind']> = Extract<Moving, { readonly kind: Kind }>

const Buttons = ({ children }: { readonly children: Elements }) => (
  <div className="flex flex-wrap justify-end gap-2">{children}</div>
)

/** Which pictures, and into which folder. */
const Choosing = ({ act }: { readonly act: Act }) => {
  const { t } = useWordsWith(movingWords)
  const { t: te, format } = useWordsWith(exporting)
  const { first, choices } = useScopes()
  const [scope, setScope] = useState<ExportScope>(first)
  const [whose, setWhose] = useState<WhoseLabels>('decided-first')
  const { decided } = useDecided(scope)
  return (
    <>
      <p>{t('moving.intro')}</p>
      <Choices legend={te('exporting.which')} choices={choices} value={scope} onChange={setScope} />
      {decided > 0 ? (
        <Choices
          legend={te('exporting.whose')}
          choices={(['decided-first', 'decided-only'] as const).map((one) => ({
            value: one,
            label: te(`exporting.whoses.${one}`, { number: format.count(decided) }),
          }))}
          value={whose}
          onChange={setWhose}
        />
      ) : null}
      <Buttons>
        <Button
          variant="primary"
          onClick={() => {
            act((moves) => moves.choose({ scope, whose: decided > 0 ? whose : 'decided-first' }))
          }}
        >
          {t('moving.choose')}
        </Button>
      </Buttons>
    </>
  )
}

/** What would be done, folder by folder. */
const Planned = ({ plan, act }: { readonly plan: Of<'planned'>; readonly act: Act }) => {
  const { t, format } = useWordsWith(movingWords)
  const [kind, setKind] = useState<'copy' | 'move'>('copy')
  const { into, folders, total, copiedOnly, refused } = plan
  return (
    <>
      <section className="grid gap-1">
        <h3 className="text-12 text-muted">
          <bdi>{t('moving.into', { folder: into })}</bdi>
        </h3>
        <ul className="scroll-y max-h-60">
          {[...folders].map(([folder, count]) => (
            <li key={folder} className="flex justify-between gap-4 px-2 py-1">
              <bdi className="min-w-0 truncate">{folder}</bdi>
              <span className="text-muted">{format.count(count)}</span>
            </li>
          ))}
        </ul>
      </section>
      <Choices
        legend={t('moving.how')}
        choices={(['copy', 'move'] as const).map((one) => ({ value: one, label: t(`moving.kinds.${one}`) }))}
        value={kind}
        onChange={setKind}
      >
        {copiedOnly > 0 && kind === 'move' ? (
          <p className="px-2 pt-1 text-12 text-muted">{t('moving.copiedOnly', { count: copiedOnly })}</p>
        ) : null}
      </Choices>
      {refused ? (
        <p role="alert" className="text-danger">
          {t('moving.refused')}
        </p>
      ) : null}
      {total === 0 ? <p>{t('moving.none')}</p> : null}
      <Buttons>
        <Button
          variant="primary"
          disabled={total === 0}
          onClick={() => {
            act((moves) => moves.start(kind))
          }}
        >
          {t(`moving.go.${kind}`, { number: format.count(total) })}
        </Button>
      </Buttons>
    </>
  )
}

/** What was not done, by name. */
const Problems = ({ progress }: Pick<Of<'over'>, 'progress'>) => {
  const { t } = useWordsWith(movingWords)
  const { problems, problemCount, kept, job } = progress
  return (
    <>
      {kept > 0 && job.kind === 'move' ? <p>{t('moving.kept', { count: kept })}</p> : null}
      {problemCount > 0 ? (
        <section className="grid gap-1">
          <h3 className="text-12 text-muted">{t('moving.problems', { count: problemCount })}</h3>
          <ul className="scroll-y max-h-40">
            {problems.map(({ picture, why }) => (
              <li key={picture} className="px-2 py-0.5 break-words">
                <bdi>{t('moving.problem', { picture, why: t(`moving.whyNot.${why}`) })}</bdi>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

/** A job on its way, in the middle, or over. */
const Begun = ({
  moving,
  act,
}: {
  readonly moving: Of<'running' | 'stopped' | 'over'>
  readonly act: Act
}) => {
  const { t, format } = useWordsWith(movingWords)
  const { progress } = moving
  const { job, over, done } = progress
  const counts = { over: format.count(over), total: format.count(job.total) }
  if (moving.kind === 'running') {
    const label = t(`moving.running.${job.direction}`, counts)
    return (
      <>
        <p>{label}</p>
        <ProgressBar label={label} share={job.total === 0 ? null : over / job.total} />
        <Buttons>
          <Button
            onClick={() => {
              act((moves) => {
                moves.stop()
              })
            }}
          >
            {t('shell.stop')}
          </Button>
        </Buttons>
      </>
    )
  }
  const takeBack =
    job.direction === 'forward' ? (
      <Button
        onClick={() => {
          act((moves) => moves.takeBack())
        }}
      >
        {t('moving.takeBack')}
      </Button>
    ) : null
  if (moving.kind === 'stopped')
    return (
      <>
        <p role="status">{t(`moving.stopped.${job.direction}`, counts)}</p>
        {moving.error ? <ErrorNote error={moving.error} /> : null}
        <Buttons>
          {takeBack}
          <Button
            variant="primary"
            onClick={() => {
              act((moves) => moves.goOn())
            }}
          >
            {t('moving.goOn')}
          </Button>
        </Buttons>
      </>
    )
  const folder = `${job.root.name}/${job.folder}`
  return (
    <>
      <p role="status">
        {t(`moving.over.${job.direction}`, { ...counts, number: format.count(done), folder })}
      </p>
      <Problems progress={progress} />
      <Buttons>
        {done > 0 ? takeBack : null}
        <Button
          onClick={() => {
            act((moves) => {
              moves.close()
            })
          }}
        >
          {t('moving.again')}
        </Button>
      </Buttons>
    </>
  )
}

/** Sorts pictures into folders on disk: what would be done, how far it is, what came of it, and back. */
export const MovesDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useWordsWith(movingWords)
  const moving = useAppState((state) => state.moving)
  const { exporting: late } = useActions()
  const attempt = useAttempt()
  const act: Act = (work) => void attempt(async () => work((await late.load()).moves))
  const close = () => {
    // What was only planned is planned again, of what is shown by then.
    if (moving.kind === 'planned' || moving.kind === 'failed')
      act((moves) => {
        moves.close()
      })
    onClose()
  }
  return (
    <DialogFrame title={t('moving.title')} shape="dialog" onClose={close}>
      <div className="grid gap-4 p-4">
        {moving.kind === 'none' ? <Choosing act={act} /> : null}
        {moving.kind === 'planned' ? <Planned plan={moving} act={act} /> : null}
        {moving.kind === 'failed' ? <ErrorNote error={moving.error} /> : null}
        {moving.kind === 'running' || moving.kind === 'stopped' || moving.kind === 'over' ? (
          <Begun moving={moving} act={act} />
        ) : null}
      </div>
    </DialogFrame>
  )
}
