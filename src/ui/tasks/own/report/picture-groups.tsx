import { useActions, useAppState } from '../../../context/ui-context'
import { useAttempt } from '../../../parts/use-attempt'
import { Button } from '../../../primitives/button'
import { useOwnWords } from '../use-own-words'
import { useShowOnly } from './use-show-only'

interface NoteProps {
  readonly title: string
  readonly text: string
  readonly button: string
  readonly onPress: () => void
}

/** Groups that are listed one by one, to be split; the others come up when these are. */
const MOST_GROUPS = 8

const Note = ({ title, text, button, onPress }: NoteProps) => (
  <section className="grid max-w-prose justify-items-start gap-1.5">
    <h3 className="font-semibold">{title}</h3>
    <p className="text-muted">{text}</p>
    <Button size="small" onClick={onPress}>
      {button}
    </Button>
  </section>
)

/** Pictures that may be under a wrong tag, and those that count as one because they look the same. */
export const PictureGroups = ({ onShown }: { readonly onShown: () => void }) => {
  const { t, format } = useOwnWords()
  const marks = useAppState((state) => state.marks)
  const findings = useAppState(({ own }) => own?.findings ?? null)
  const showOnly = useShowOnly(onShown)
  const { marking } = useActions()
  const attempt = useAttempt()
  const suspects = findings?.suspects ?? []
  const alike = findings?.alike ?? []
  const inGroups = alike.flat()
  return (
    <>
      {suspects.length > 0 ? (
        <Note
          title={t('own.suspects')}
          text={t('own.suspectsHow')}
          button={t('own.showPictures', { count: suspects.length })}
          onPress={() => {
            showOnly(suspects, t('own.suspects'))
          }}
        />
      ) : null}
      {alike.length > 0 ? (
        <div className="grid gap-1.5">
          <Note
            title={t('own.alike', { count: alike.length })}
            text={t('own.alikeHow')}
            button={t('own.showPictures', { count: inGroups.length })}
            onPress={() => {
              showOnly(inGroups, t('own.alikeChip'))
            }}
          />
          <ul className="max-w-prose">
            {alike.slice(0, MOST_GROUPS).map((ids) => (
              <li key={ids[0]} className="flex flex-wrap items-center gap-2 py-1">
                <span className="min-w-0 grow truncate">
                  {format.list(ids.map((id) => marks.find((mark) => mark.id === id)?.name ?? ''))}
                </span>
                <Button
                  size="small"
                  onClick={() =>
                    void attempt(async () => {
                      ;(await marking.load()).setApart(ids)
                    })
                  }
                >
                  {t('own.split')}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  )
}
