import { Button } from '../../primitives/button'
import { useActions, useScreenStore } from '../../context/ui-context'
import { Card } from '../card'
import { useModelWords } from '../texts/use-model-words'

/** The folder that files came in, or the first file's own name. */
const nameOfFiles = (files: readonly File[]): string => {
  const [first] = files
  const folder = first?.webkitRelativePath.split('/')[0] ?? ''
  return folder === '' ? (first?.name ?? '') : folder
}

/** A model that was dropped on the page: it is taken in when the person says so. */
export const OfferedModel = ({ files }: { readonly files: readonly File[] }) => {
  const { t, format } = useModelWords()
  const { importModel } = useActions()
  const screen = useScreenStore()
  const size = files.reduce((sum, file) => sum + file.size, 0)
  const leave = () => {
    screen.setState({ offeredModel: null })
  }
  return (
    <Card title={t('model.offerTitle')}>
      <p className="pb-3 text-pretty">
        {t('model.offerText', {
          name: nameOfFiles(files),
          count: files.length,
          size: format.bytes(size),
        })}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          onClick={() => {
            leave()
            void importModel(files)
          }}
        >
          {t('model.offerAdd')}
        </Button>
        <Button variant="quiet" onClick={leave}>
          {t('model.notNow')}
        </Button>
      </div>
    </Card>
  )
}
