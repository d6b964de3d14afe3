import { choiceOf } from '../../../core/model/model-choice'
import { fixedLabelCatalogue } from '../../../core/model/catalogue/fixed-label-catalogue'
import { hubSource, modelNames } from '../../../core/model/catalogue/model-names'
import { useActions, useAppState, useScreenStore } from '../../context/ui-context'
import { useModelWords } from '../../model/texts/use-model-words'
import { useLabelWords } from './use-label-words'

/** The classifiers that are offered by name; a press asks what one would take. */
export const ClassifierChoice = () => {
  const { t: ofModel } = useModelWords()
  const { t, format } = useLabelWords()
  const screen = useScreenStore()
  const { chooseModel } = useActions()
  const host = useAppState(({ settings }) => settings.modelHost)
  return (
    <div className="p-3">
      <h2 className="text-13 font-semibold">{t('labels.choose')}</h2>
      <p className="pt-1 text-12 text-pretty text-muted">{t('labels.chooseText')}</p>
      <ul className="flex flex-col gap-2 pt-3">
        {fixedLabelCatalogue.map(({ id, goodFor, parameters, imageNet }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => {
                void chooseModel(choiceOf(hubSource(host, id)))
                screen.setState({ choosingTask: null, dialog: 'model' })
              }}
              className="w-full rounded-card bg-card p-3 text-start outline-1 outline-line hover:outline-control"
            >
              <span className="block text-13 font-medium">{modelNames.get(id) ?? id}</span>
              <span className="block pt-0.5 text-12">{ofModel(`model.goodFor.${goodFor}`)}</span>
              <span className="block pt-0.5 text-12 text-muted tabular-nums">
                {t('labels.figures', {
                  parameters: format.shortDecimal(parameters.value, 1),
                  accuracy: format.decimal(imageNet.value, 1),
                })}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p className="pt-3 text-12 text-muted">{t('labels.unchecked')}</p>
    </div>
  )
}
