import { heatShares, type Place } from '../../../../core/question/regions/regions'
import { largeView } from '../../../../words/en/pictures/large-view'
import { useWordsWith } from '../../../context/ui-context'

interface PlacesTableProps {
  /** The label that they are about. */
  readonly tag: string
  /** With their heat, the hottest first. */
  readonly places: readonly { readonly place: Place; readonly heat: number }[]
}

/** What the light shows, in words: every place of what the model saw, by how much the label hangs on it. */
export const PlacesTable = ({ tag, places }: PlacesTableProps) => {
  const { t, format } = useWordsWith(largeView)
  const shares = heatShares(Float64Array.from(places, ({ heat }) => heat))
  return (
    <table className="sr-only">
      <caption>{t('largeView.placesOf', { tag })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('largeView.place')}</th>
          <th scope="col">{t('largeView.weight')}</th>
        </tr>
      </thead>
      <tbody>
        {places.map(({ place }, i) => (
          <tr key={place}>
            <th scope="row">{t(`largeView.places.${place}`)}</th>
            <td>{format.spokenPercent(shares[i] ?? 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
