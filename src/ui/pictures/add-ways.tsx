import { Button } from '../primitives/button'
import { useAddWays } from './add-ways-menu'

/** Every way in as a button of its own; on a phone they stand in the menu under the thumb instead. */
export const AddWays = () => (
  <div className="flex flex-wrap max-md:hidden justify-center gap-2">
    {useAddWays().map(({ key, label, icon: Icon, onSelect }, i) => (
      <Button key={key} variant={i === 0 ? 'primary' : 'plain'} size="large" onClick={onSelect}>
        {Icon ? <Icon size={16} strokeWidth={1.75} aria-hidden /> : null}
        {label}
      </Button>
    ))}
  </div>
)
