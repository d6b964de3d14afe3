import type { about as english } from '../en/about'
import type { TranslationOf } from '../translation'

export const about: TranslationOf<(typeof english)['about']> = {
  title: 'حول Taglens',
  open: 'حول Taglens {{version}}',
  text: 'أيّ هذه الكلمات تناسب هذه الصورة؟ يجيب Taglens على هذا الجهاز وحده، ولا تغادره أي صورة.',
  install: 'التثبيت',
  installText:
    'من قائمة المتصفح اختر «تثبيت» أو «إضافة إلى الشاشة الرئيسية»، وفي Safari «مشاركة» أولًا. بعدها يُفتح مثل أي تطبيق، ودون اتصال أيضًا.',
  version: 'الإصدار',
  commit: 'معرّف الإيداع',
  date: 'التاريخ',
  copy: 'نسخ',
  report: 'تقرير عن مشكلة',
}
