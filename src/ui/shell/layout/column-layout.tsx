import { Part } from '../../parts/part'
import { PicturesPanel } from '../../pictures/pictures-panel'
import { RankingPanel } from '../../ranking/ranking-panel'
import { LabelsPanel } from '../../labels/labels-panel'
import { ThreeColumns, TwoColumns } from './columns'
import { StatusBar } from '../status/status-bar'

/** The page where there is room for columns. */
export const ColumnLayout = ({ wide }: { readonly wide: boolean }) => {
  const Columns = wide ? ThreeColumns : TwoColumns
  return (
    <>
      <Columns
        tags={
          <Part>
            <LabelsPanel />
          </Part>
        }
        pictures={
          <Part>
            <PicturesPanel />
          </Part>
        }
        ranking={
          <Part>
            <RankingPanel withPicture={wide} />
          </Part>
        }
      />
      <StatusBar />
    </>
  )
}
