import { useMemo } from 'react'
import { useActions, useAppState } from '../../../context/ui-context'
import { useAttempt } from '../../../parts/use-attempt'
import { Button } from '../../../primitives/button'
import { ExampleList } from '../example-list'
import { useListed } from '../use-listed'
import { useOwnWords } from '../use-own-words'
import { useShowOnly } from './use-show-only'

interface NoteProps {
  readonly title: string
  readonly text: string
  /** SHA-256s of the pictures that it is about. */
  readonly ids: readonly string[]
  /** Shows those that are on the list. */
  readonly onShow: (ids: readonly string[]) => void
}

const NONE: readonly never[] = []

/** Groups that are listed one by one, to be split; the others come up when these are. */
const MOST_GROUPS = 8

/** Pictures of a group that are shown; they look the same. */
const MOST_ALIKE = 6

const Note = ({ title, text, ids, onShow }: NoteProps) => {
  const { t } = useOwnWords()
  const listed = [...useListed(ids).keys()]
  return (
    <section className="grid max-w-prose justify-items-start gap-1.5">
      <h3 className="font-semibold">{title}</h3>
      <p className="text-muted">{text}</p>
      {listed.length > 0 ? (
        <Button
          size="small"
          onClick={() => {
            onShow(listed)
          }}
        >
          {t('own.showPictures', { count: listed.length })}
        </Button>
      ) : null}
    </section>
  )
}

/** Pictures that may be under a wrong tag, and those that count as one because they look the same. */
export const PictureGroups = ({ onShown }: { readonly onShown: () => void }) => {
  const { t } = useOwnWords()
  const findings = useAppState(({ own }) => own?.findings ?? null)
  const showOnly = useShowOnly(onShown)
  const { marking } = useActions()
  const attempt = useAttempt()
  const suspects = findings?.suspects ?? NONE
  const alike = findings?.alike ?? NONE
  const inGroups = useMemo(() => alike.flat(), [alike])
  return (
    <>
      {suspects.length > 0 ? (
        <div className="grid gap-1.5">
          <Note
            title={t('own.suspects')}
            text={t('own.suspectsHow')}
            ids={suspects}
            onShow={(ids) => {
              showOnly(ids, t('own.suspects'))
            }}
          />
          <p className="flex max-w-prose flex-wrap items-center gap-1.5">
            <ExampleList ids={suspects} onOpened={onShown} />
          </p>
        </div>
      ) : null}
      {alike.length > 0 ? (
        <div className="grid gap-1.5">
          <Note
            title={t('own.alike', { count: alike.length })}
            text={t('own.alikeHow')}
            ids={inGroups}
            onShow={(ids) => {
              showOnly(ids, t('own.alikeChip'))
            }}
          />
          <ul className="max-w-prose">
            {alike.slice(0, MOST_GROUPS).map((ids) => (
              <li key={ids[0]} className="flex flex-wrap items-center gap-2 py-1">
                <span className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5">
                  <ExampleList ids={ids} most={MOST_ALIKE} onOpened={onShown} />
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
