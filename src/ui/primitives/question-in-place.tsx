import { Button } from './button'

interface QuestionInPlaceProps {
  readonly question: string
  /** What cannot be taken back. */
  readonly yes: string
  readonly no: string
  readonly onYes: () => void
  readonly onNo: () => void
}

/** Asks once more in the place of what was pressed, before something that cannot be taken back; "no" has the focus. */
export const QuestionInPlace = ({ question, yes, no, onYes, onNo }: QuestionInPlaceProps) => (
  <div className="rounded-control bg-danger-soft px-2 py-2">
    <p className="pb-2 text-pretty">{question}</p>
    <div className="flex gap-2">
      <Button size="small" variant="danger" onClick={onYes}>
        {yes}
      </Button>
      <Button
        size="small"
        // The question came at a press that its own button took away.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onClick={onNo}
      >
        {no}
      </Button>
    </div>
  </div>
)
