import type { classifierLabels } from '../en/labels/classifier'
import type { labels as english } from '../en/shell'
import type { TranslationOf } from '../translation'

export const labels: TranslationOf<typeof english & (typeof classifierLabels)['labels']> = {
  mode: 'التسميات',
  tags: 'الوسوم',
  imagenet: 'ImageNet',
  title: 'ImageNet',
  choose: 'اختر مصنِّفًا',
  chooseText: 'يعرف ألف فئة خاصة به ولا يعرف غيرها، وهي مقسمة إلى ست مجموعات. يظهر حجمه قبل تنزيل أي شيء.',
  figures: '{{parameters}} مليون معامل، دقته \u2066{{accuracy}}%\u2069 على ImageNet',
  unchecked: 'الأرقام كما نُشرت، ولم نتحقق منها.',
  categories: 'المجموعات',
  categoriesBest: 'المجموعات، الأفضل أولًا',
  classesBest: 'فئات ImageNet، الأفضل أولًا',
  classes: 'الفئات',
  ownLabels_zero: 'لا يعرف هذا النموذج أي فئة خاصة به.',
  ownLabels_one: 'يعرف هذا النموذج فئة واحدة خاصة به.',
  ownLabels_two: 'يعرف هذا النموذج فئتين خاصتين به.',
  ownLabels_few: 'يعرف هذا النموذج {{count, number}} فئات خاصة به.',
  ownLabels_many: 'يعرف هذا النموذج {{count, number}} فئة خاصة به.',
  ownLabels_other: 'يعرف هذا النموذج {{count, number}} فئة خاصة به.',
  ownLabelsText: 'ليست فئات ImageNet، لذلك لا تُقسم إلى مجموعات.',
  mapping: 'نسبة المجموعة هي مجموع نسب فئاتها. لون الفئة يبيّن مجموعتها.',
  copyLink: 'نسخ رابط',
  found: 'الفئات التي وُجدت',
  share: '{{label}}، {{percent}}',
}
