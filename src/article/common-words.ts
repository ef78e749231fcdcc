/**
 * Words of four letters and more that stand in headlines whatever these are about, in the languages of the interface,
 * folded as `keywords.ts` folds.
 */
const byLanguage = {
  en: `about above across after again against ahead alone along already also although always among amid another
    around away back because been before began begin begins behind being below between both bring brings call calls
    came cannot come comes could does doing done down during each early else enough even ever every everyone find
    finds first five following four from full gave gets give gives goes going gone half hand have having hear here
    high home hour hours inside into isn it its itself just keep keeps kept know known large last late later least
    left less like little long look looks made make makes making many might more most much must near nearly need
    needs never next night nine none nothing often once only onto open opens other others over part past people
    place plan plans puts rather really right said same says second seen sees seven several shall should show shows
    since small some something soon still such take taken takes taking tell tells than that their them then there
    these they thing things think third this those though three through time times today together told tomorrow
    took toward under until upon used very want wants week weeks well went were what when where whether which while
    whole whom whose will with within without work works would year years yesterday your month months eight eleven twelve fourteen hundred thousand million monday tuesday wednesday
    thursday friday saturday sunday january february march april june july august september october november
    december`,
  de: `aber alle allem allen alles also andere anderen auch beim bereits bevor bleibt damit dann dass dein deine dem
    denen dennoch deren dessen deshalb dich diese diesem diesen dieser dieses doch dort durch eine einem einen einer
    eines erst erste ersten etwas euch fast fordert gegen geht gibt ganz haben hatte hatten heute hier hinter ihre
    ihrem ihren ihrer immer jahr jahre jahren jede jeden jeder jedes jetzt kann kein keine keinen kommt konnen
    konnte lassen lasst machen macht mehr mein meine mich nach nachdem nicht nichts noch nun ohne schon sehr sein
    seine seinem seinen seiner seit selbst sich sind sollen soll sollte sondern uber uberall unter viel viele vier
    vom vor wahrend warum weil weiter wenn werden wieder will wird wollen worden wurde wurden zehn zum zur zwei
    zwischen`,
  fr: `alors apres assez aucun aucune aujourd aussi autour autre autres avait avant avec avoir beaucoup bien cela
    celle celles celui cent ceux chaque chez cinq comme comment contre dans deja depuis derniere dernier derriere
    deux devant devrait dire dit doit donc dont elle elles encore enfin entre etaient etait etre etes eux fait faire
    faut font hier hors ici jamais jour jours jusqu leur leurs lors lorsque mais meme memes mille mieux moins mois
    notre nous ont nos nouveau nouvelle pendant peut plus plusieurs pour pourquoi pourrait premier premiere pres
    presque puis quand quatre quel quelle quelles quels quelque quelques qui quoi rien sans selon sera sept seront
    ses sien soit sont sous souvent sur tant tous tout toute toutes tres trois trop vers veut voici voila vont votre
    vous`,
  es: `algo algun alguna algunos ahora ante antes anos aquel aquella aqui asi aun aunque bajo bien cada casi como
    contra cosa cual cuales cuando cuanto cuatro debe debido deben decir desde despues dice dicen dias donde dos
    durante ella ellas ellos entre eran eres esta estaba estan estar estas este esto estos fueron fuera gran grande
    habia hace hacen hacer hacia han hasta hay hoy jamas luego mas menos mejor mientras mismo misma mucha muchas
    mucho muchos nada nadie ninguna ninguno nos nosotros nuestra nuestro nueva nuevo nunca otra otras otro otros
    para parte pero poco podria porque primer primera primero pues puede pueden quien quienes sera segun segunda
    segundo sein sido siempre siendo sino sobre solo sean seran seria seis siete sus tambien tanto tener tiene
    tienen toda todas todavia todo todos tras tres unas unos varios veces vez`,
  nl: `aan alle alleen alles als altijd andere anders beide beter bij bijna binnen daar daarom dag dan dat deze dezelfde
    dit doen door drie dus echter eens eerste eigen elke enkele erg even geen gaan gaat geeft geven haar hadden
    hebben heeft heel hele hem hier hoe hoeveel hun iedereen ieder iets jaar jaren juist kan kunnen kwam laat
    laatste lang maar maken maakt meer meest men met mijn minder moet moeten mogelijk naar nadat nauwelijks niet
    niets nieuw nieuwe nog omdat onder ongeveer onze ook over sinds slechts steeds straks tegen ten terug terwijl
    tijdens toch toen tot tussen twee uit vaak vanaf vandaag veel vier vijf volgens voor vooral waar waarom wanneer
    want waren was weer weet welke werd werden weten wie wil willen word worden wordt zal zegt zeggen zelf zich
    zien zijn zoals zonder zou zouden`,
  uk: `адже але бути було були була буде будуть більше вони весь вже все всім всіх вона воно він він для його йому
    коли краще лише майже мають може можна можуть навіть нема немає нині нові новии після перед перша перше перш
    поки понад проте проти ради разом рік роки року років саме свии свою своі своєму себе став стала стали сказав
    також таки так такии там тепер тими тільки тому тоді треба тут хоча чекає через чому чотири щоб щодо якии яка
    яке якщо які який якого якии іще інші між`,
  ar: `الذي التي الذين اللذان هذا هذه ذلك تلك هؤلاء هناك هنا على الى عن من في مع بين بعد قبل عند عندما حيث حين حول
    خلال دون ضد غير سوى فوق تحت كان كانت كانوا يكون تكون ليس ليست لكن لكنه ولكن لان لماذا كيف متى اين كما كل جميع
    بعض اكثر اقل اول اولى جديد جديدة يوم عام عاما سنة سنوات الان امس اليوم غدا ايضا فقط ربما قال قالت يقول تقول
    منذ حتى اذا انه انها انهم وهو وهي وقد التى الذى نحو عليه عليها منها منه فيها فيه بها لها لهم`,
  he: `אבל אולי אותו אותה אותם אחד אחת אחר אחרי אחרים איך אין אינו אינה אלא אלה אמר אמרה אפילו אפשר אצל אשר באופן
    בגלל בין בלבד בלי במקום במשך בעד בעוד בעקבות בשביל בשל בתוך גדול גדולה גם דרך היא היה היום היו היתה הם הנה
    הרבה השנה זאת חדש חדשה יהיה יהיו יותר יכול יכולה יש כאן כאשר כבר כדי כולם כולו כלומר כמה כמו כפי כשר לאחר
    לגבי להיות לומר ליד לכל למרות למה לפי לפני לפחות לקראת מאד מאוד מאז מדוע מול מי מחר מעל מפני מתוך מתחת נגד
    נוספת סביב עד עדיין עוד עכשיו על עליו עליה עם עצמו עצמה פחות פעם צריך ראשון ראשונה רבים רבות רוב רק שאין
    שוב שלא שלה שלהם שלו שלי שלנו שנה שנים של תוך תחת`,
} as const;

/** The common words of all languages: papers quote each other's. */
export const commonWords: ReadonlySet<string> = new Set(
  Object.values(byLanguage).flatMap((words) => words.split(/\s+/)),
);
