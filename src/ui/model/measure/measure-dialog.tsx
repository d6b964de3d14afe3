import { use, useEffect } from 'react'
import {
  MEASURED_BATCHES,
  type MeasuredRung,
  type Measurement,
  measurementLines,
  picturesPerSecond,
  rungName,
} from '../../../core/runtime/measure/measurement'
import { bestRate, bestRung } from '../../../core/runtime/measure/rungs'
import { answeringModel } from '../../../state/model/current-model'
import { Button } from '../../primitives/button'
import { CopyButton } from '../../primitives/copy-button'
import { DialogFrame } from '../../primitives/dialog/dialog-frame'
import { ErrorNote } from '../../primitives/error-note'
import { ProgressBar } from '../../primitives/progress-bar'
import { useActions, useAppState, useSite } from '../../context/ui-context'
import { describeSelfCheck } from '../facts/describe-self-check'
import { nameOfModel } from '../texts/model-name'
import { useModelWords } from '../texts/use-model-words'

const Cell = ({ children }: { readonly children: string }) => (
  <td className="py-1.5 ps-3 text-end tabular-nums">{children}</td>
)

const RungRow = ({ measured: { rung, result } }: { readonly measured: MeasuredRung }) => {
  const words = useModelWords()
  const { t, format } = words
  const rateAt = (pictures: number): string => {
    const batch =
      result.kind === 'measured' ? result.batches.find((time) => time.pictures === pictures) : null
    return batch ? format.rate(picturesPerSecond(batch)) : '–'
  }
  return (
    <tr className="border-t border-line align-top">
      <th scope="row" className="py-1.5 text-start font-normal">
        <bdi className="block font-medium">{rungName(rung)}</bdi>
        <span className="block text-12 text-muted">
          {result.kind === 'measured'
            ? t('measure.readyAnd', {
                time: format.milliseconds(result.ready),
                check: describeSelfCheck(words, result.selfCheck),
              })
            : result.kind === 'failed'
              ? t('measure.failed', { code: result.error.code })
              : result.kind === 'refused'
                ? t('measure.refused', { reason: result.reason })
                : ''}
        </span>
      </th>
      {MEASURED_BATCHES.map((pictures) => (
        <Cell key={pictures}>{rateAt(pictures)}</Cell>
      ))}
    </tr>
  )
}

const Result = ({
  measurement,
  onDone,
}: {
  readonly measurement: Measurement
  readonly onDone: () => void
}) => {
  const { t, format } = useModelWords()
  const { build } = useSite()
  const { measure, runOn } = use(useActions().measuring.held())
  const running = useAppState((state) => answeringModel(state.model)?.model ?? null)
  const best = bestRung(measurement.rungs)
  const isInUse =
    running?.id === measurement.model.id &&
    running.device === best?.rung.device &&
    running.dtype.vision === best.rung.dtype &&
    (running.executor?.kind === 'own') === (best.rung.executor === 'own')
  return (
    <>
      {best === null ? (
        <p>{t('measure.noneSound')}</p>
      ) : (
        <div className="flex flex-wrap items-center gap-3">
          <p className="flex-1 font-medium">
            {t('measure.fastest', { rung: rungName(best.rung), rate: format.rate(bestRate(best)) })}
          </p>
          {isInUse ? (
            <span className="text-muted">{t('measure.inUse')}</span>
          ) : (
            <Button
              size="small"
              variant="primary"
              onClick={() => {
                runOn(best.rung)
                onDone()
              }}
            >
              {t('measure.use')}
            </Button>
          )}
        </div>
      )}
      <table aria-label={t('measure.table')} className="w-full text-13">
        <thead className="text-12 text-muted">
          <tr>
            <th rowSpan={2} scope="col" className="pb-1 text-start align-bottom font-normal">
              {t('measure.rung')}
            </th>
            <th colSpan={MEASURED_BATCHES.length} scope="colgroup" className="ps-3 text-end font-normal">
              {t('measure.rates')}
            </th>
          </tr>
          <tr>
            {MEASURED_BATCHES.map((pictures) => (
              <th key={pictures} scope="col" className="w-12 pb-1 ps-3 text-end font-normal">
                {format.count(pictures)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measurement.rungs
            .filter(({ result }) => result.kind !== 'no file')
            .map((measured) => (
              <RungRow key={rungName(measured.rung)} measured={measured} />
            ))}
        </tbody>
      </table>
      <ul className="text-muted">
        {measurement.preparation.map(({ width, height, median }) => (
          <li key={width}>
            {t('measure.prepare', {
              size: format.shortDecimal((width * height) / 1e6, 1),
              time: format.milliseconds(median),
            })}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2 border-t border-line pt-3">
        <CopyButton label={t('measure.copyText')} text={() => measurementLines(measurement).join('\n')} />
        <CopyButton
          label={t('measure.copyJson')}
          text={() => JSON.stringify({ build, ...measurement }, null, 2)}
        />
        <Button size="small" onClick={() => void measure()}>
          {t('measure.again')}
        </Button>
      </div>
    </>
  )
}

/** Measures the model that answers on everything that this machine has, and lets the best be chosen. */
export const MeasureDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useModelWords()
  const { measure, stopMeasuring } = use(useActions().measuring.held())
  const measuring = useAppState((state) => state.measuring)
  const model = useAppState((state) => answeringModel(state.model)?.model ?? null)
  // What runs unseen would slow down what the person goes on to do.
  useEffect(() => stopMeasuring, [stopMeasuring])
  const start = (
    <Button size="small" variant="primary" disabled={model === null} onClick={() => void measure()}>
      {t('measure.start')}
    </Button>
  )
  const content = () => {
    switch (measuring.kind) {
      case 'none':
        return (
          <>
            <p className="text-pretty">
              {model === null ? t('measure.noModel') : t('measure.text', { name: nameOfModel(model) })}
            </p>
            <div>{start}</div>
          </>
        )
      case 'running': {
        const { progress } = measuring
        return (
          <>
            <p role="status">
              {progress
                ? t('measure.running', {
                    rung: rungName(progress.rung),
                    index: progress.index + 1,
                    total: progress.count,
                  })
                : t('measure.starting')}
            </p>
            <ProgressBar
              label={t('measure.title')}
              share={progress ? progress.index / progress.count : null}
            />
            <div>
              <Button size="small" onClick={stopMeasuring}>
                {t('measure.stop')}
              </Button>
            </div>
          </>
        )
      }
      case 'failed':
        return <ErrorNote error={measuring.error}>{start}</ErrorNote>
      case 'done':
        return <Result measurement={measuring.measurement} onDone={onClose} />
    }
  }
  return (
    <DialogFrame title={t('measure.title')} shape="dialog" onClose={onClose}>
      <div className="flex flex-col gap-4 p-4">{content()}</div>
    </DialogFrame>
  )
}
