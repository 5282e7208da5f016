## ما يقرؤه الفريق أيضًا، وما يحيط بكل صفحة.

product = Candor
skip = الانتقال إلى المحتوى
nav-main = القائمة الرئيسية
nav-treatments = العلاجات
all = الكل
next-page = الصفحة التالية

## معلومات عن الحالة
case-treatment = العلاج
case-practitioner = المعالِج
case-sessions = الجلسات
fact-age-band = العمر
fact-age-band-18-24 = من 18 إلى 24
fact-age-band-25-34 = من 25 إلى 34
fact-age-band-35-44 = من 35 إلى 44
fact-age-band-45-54 = من 45 إلى 54
fact-age-band-55-64 = من 55 إلى 64
fact-age-band-65-up = 65 فأكثر
fact-sex = الجنس
fact-sex-female = أنثى
fact-sex-male = ذكر
fact-sex-other = غير ذلك
fact-norwood = درجة نوروود
fact-norwood-1 = I
fact-norwood-2 = II
fact-norwood-2a = IIa
fact-norwood-3 = III
fact-norwood-3a = IIIa
fact-norwood-3v = III عند التاج
fact-norwood-4 = IV
fact-norwood-4a = IVa
fact-norwood-5 = V
fact-norwood-5a = Va
fact-norwood-6 = VI
fact-norwood-7 = VII
fact-skin-tone = لون البشرة
fact-skin-tone-1 = النوع الأول
fact-skin-tone-2 = النوع الثاني
fact-skin-tone-3 = النوع الثالث
fact-skin-tone-4 = النوع الرابع
fact-skin-tone-5 = النوع الخامس
fact-skin-tone-6 = النوع السادس
fact-hair-colour = لون الشعر
fact-hair-colour-black = أسود
fact-hair-colour-brown = بني
fact-hair-colour-blond = أشقر
fact-hair-colour-red = أحمر
fact-hair-colour-grey = رمادي
fact-hair-colour-white = أبيض
fact-scar-type = الندبة
fact-scar-type-none = لا توجد
fact-scar-type-strip = خطية (شريحة FUT)
fact-scar-type-fue = نقطية (اقتطاف FUE)
fact-scar-type-trauma = من إصابة
fact-scar-type-other = غير ذلك

## الصور
stage-before = قبل
stage-design = الرسم الأولي
stage-session = أثناء جلسة
stage-fresh = حديثة، لم تلتئم بعد
stage-healed = بعد الالتئام
stage-one-year = بعد سنة
stage-touch-up = بعد جلسة تجديد
angle-front = من الأمام
angle-left = من اليسار
angle-right = من اليمين
angle-top = من الأعلى
angle-back = من الخلف
angle-detail = لقطة قريبة
alt-plain = { $view }، { $time }
alt-angle-front = الرأس من الأمام
alt-angle-left = الرأس من جانبه الأيسر
alt-angle-right = الرأس من جانبه الأيمن
alt-angle-top = الرأس من الأعلى
alt-angle-back = الرأس من الخلف
alt-angle-detail = جزء من فروة الرأس عن قرب
alt-stage-before = قبل العلاج
alt-stage-design = مع رسم خط الشعر الجديد
alt-stage-session = أثناء جلسة
alt-stage-fresh = بعد الجلسة مباشرة
alt-stage-healed = بعد الالتئام
alt-stage-one-year = بعد سنة
alt-stage-touch-up = بعد التئام جلسة التجديد
story-drafted = { $count ->
    [zero] { $treatment }.
    [one] { $treatment } في جلسة واحدة.
    [two] { $treatment } في جلستين.
    [few] { $treatment } في { $count } جلسات.
    [many] { $treatment } في { $count } جلسة.
   *[other] { $treatment } في { $count } جلسة.
  }
photos-count = { $count ->
    [zero] لا صور
    [one] صورة واحدة
    [two] صورتان
    [few] { $count } صور
    [many] { $count } صورة
   *[other] { $count } صورة
  }
list-separator = { "، " }
what-photo = صورة

## أين يُعرض الشيء
channel-website = موقعنا
channel-search = محركات البحث
channel-partner-embed = مواقع الشركاء
channel-instagram = إنستغرام
channel-facebook = فيسبوك
channel-youtube = يوتيوب
channel-tiktok = تيك توك
channel-print = المطبوعات
channel-press = الصحافة
channel-ads = الإعلانات
channel-education = التدريب داخل العيادة
notice-withdrawn = تم. لم يعد يُعرض.
