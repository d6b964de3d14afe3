import { Button } from '../../primitives/button'
import { RangeField } from '../../primitives/fields/range-field'
import { useActions, useAppState, useWords } from '../../context/ui-context'

/** The slider is logarithmic, from a tenth to ten with 1 in the middle, since temperature divides. */
const DECADES = 1
const STEP = 0.05

const format = (temperature: number): string =>
  temperature.toFixed(temperature < 1 ? 2 : 1).replace(/\.?0+$/, '')

const fromSlider = (value: number): number => Number((10 ** value).toPrecision(2))

/** The temperature of the softmax: how sharply the tags share. */
export const TemperatureControl = () => {
  const { t } = useWords()
  const { setTemperature } = useActions()
  const temperature = useAppState(({ settings }) => settings.temperature)
  return (
    <div>
      <RangeField
        // A reset moves the slider too, though it is not the slider that was moved.
        key={temperature === 1 ? 'one' : 'other'}
        label={t('tags.temperature')}
        text={t('tags.temperatureText')}
        min={-DECADES}
        max={DECADES}
        step={STEP}
        value={Math.log10(temperature)}
        format={(value) => format(fromSlider(value))}
        onChange={(value) => {
          setTemperature(fromSlider(value))
        }}
      />
      {temperature === 1 ? null : (
        <Button
          size="small"
          className="mt-2"
          onClick={() => {
            setTemperature(1)
          }}
        >
          {t('tags.temperatureReset')}
        </Button>
      )}
    </div>
  )
}
