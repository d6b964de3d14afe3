import type { notices as english } from '../en/notices'
import type { TranslationOf } from '../translation'

export const notices: TranslationOf<typeof english> = {
  show: 'عرض',
  details: 'التفاصيل',
  removed_zero: 'لم تُزل أي صورة',
  removed_one: 'أُزيلت صورة واحدة',
  removed_two: 'أُزيلت صورتان',
  removed_few: 'أُزيلت {{count, number}} صور',
  removed_many: 'أُزيلت {{count, number}} صورة',
  removed_other: 'أُزيلت {{count, number}} صورة',
  downloadStopped: 'توقف التنزيل. ما وصل محفوظ، فيمكن متابعته لاحقًا.',
  airplaneOff: 'وضع الطيران متوقف. يمكن متابعة تنزيل {{name}}.',
  filesChanged: 'تغيّرت ملفات {{name}} على هذا الجهاز وحُذفت. نزّلها أو أضفها من جديد.',
  notKept: 'لا مساحة لحفظ {{name}}. يعمل حتى تغادر هذه الصفحة.',
  insecure: 'عبر http لا يُحفظ أي نموذج ويكون العمل أبطأ. افتح هذه الصفحة عبر https أو على localhost.',
  refused: 'لا يحفظ المتصفح شيئًا لهذه الصفحة. للاحتفاظ بالوسوم والنماذج اسمح للموقع بحفظ البيانات.',
  linkModel: 'يطلب الرابط النموذج {{name}}، وقد يلزم تنزيله.',
  choose: 'اختيار',
  linkClassifier: 'يطلب الرابط تسميات ImageNet. اختر مصنِّفًا يعرفها.',
  setsNotKept: 'لا يملك المتصفح مساحة لمجموعات الوسوم أو يمنع حفظها: تنتهي مع هذه الصفحة. احفظها في ملفات.',
  pastedPicture: 'صورة ملصقة',
}
