"""Words that stand in a name and are none: honorifics, particles; and surnames that many bear."""

from __future__ import annotations

HONORIFICS = frozenset(
    (
        "mr mrs ms miss mx messrs sir dame lord lady dr doctor prof professor rev reverend hon "
        "honourable honorable rt right he hh hm hrh excellency majesty highness esq "
        "sen senator rep representative amb ambassador gen general lt maj col colonel adm admiral "
        "capt captain sgt sheikh shaikh sheik shaykh hajji ayatollah hojatoleslam "
        "president minister secretary chancellor commissioner governor king queen prince princess "
        "emir sultan pope patriarch monsieur madame mme herr frau senor senora don donna "
        "г-н г-жа господин госпожа шейх генерал академик президент король принц эмир"
    ).split()
)
PARTICLES = frozenset(
    (
        "von van der den ter de da das di del della dello la le les dos do du y e of zu zum "
        "bin ben ibn bint al el ul ed as ash at an ar ad az ud "
        "фон ван дер ден де да ди дель ла ле дос ду бин бен ибн бинт аль эль ас аш ат ан ар ад аз "
    ).split()
)
# These alone may end a name.
SON_OF = frozenset("оглы кызы уулу угли oglu ogly kyzy kizi uulu ogli qizi".split())
PARTICLES |= SON_OF
YOUNGER = {"jr": "jr", "junior": "jr", "мл": "jr", "sr": "sr", "senior": "sr", "ст": "sr"}
NUMERALS = frozenset("i ii iii iv vi vii viii ix xi xii xiii xiv xv xvi".split())

PATRONYMICS = (
    "ovich evich ievich evna ovna ichna inichna "
    "ович евич овна евна ична инична ильич кузьмич лукич фомич никитич"
).split()

# Where the family's name comes first; by sound, as all below.
FAMILY_FIRST = frozenset(
    (
        "xi li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin guo luo zheng "
        "liang xie song tang feng deng cao peng zeng xiao tian dong pan yuan jiang cai wei wen "
        "си ли ван чжан лю чэнь ян чжао хуан чжоу у сюй сунь ху чжу гао линь го ло чжэн лян се "
        "kim lee park moon yoon ban choi jung kang cho ким ли пак мун юн пан чхве "
        "nguyen pham tran dao phan нгуен фам чан"
    ).split()
)
# Two who have no more in common than one of these, or than this and a usual given name, are left
# undecided. From lists of frequent surnames; families that share an office among themselves too.
COMMON = frozenset(
    (
        # Russia, Ukraine, Belarus; the feminine forms are known by their ending
        "ivanov smirnov kuznetsov popov vasilyev petrov sokolov mikhailov novikov fyodorov morozov "
        "volkov alekseyev lebedev semyonov yegorov pavlov kozlov stepanov nikolayev orlov andreyev "
        "makarov nikitin zakharov zaitsev solovyov borisov yakovlev grigoryev romanov vorobyov "
        "sergeyev kuzmin frolov aleksandrov dmitriev korolyov gusev kiselyov ilyin maksimov "
        "polyakov sorokin vinogradov kovalyov belov medvedev antonov tarasov zhukov baranov "
        "filippov komarov davydov belyaev gerasimov bogdanov osipov sidorov matveyev titov markov "
        "mironov krylov kulikov karpov vlasov melnikov denisov gavrilov tikhonov kazakov afanasyev "
        "danilov savelyev timofeyev fomin chernov abramov martynov yefimov fedotov shcherbakov "
        "nazarov kalinin isaev chernyshov bykov maslov rodionov konovalov lazarev voronin klimov "
        "filatov ponomaryov golubev kudryavtsev prokhorov naumov potapov zhuravlyov ovchinnikov "
        "trofimov leonov sobolev yermakov kolesnikov goncharov emelyanov nikiforov grachyov kotov "
        "grishin yefremov arkhipov gromov kirillov malyshev panov moiseyev rumyantsev akimov "
        "kondratyev biryukov gorbunov anisimov yeryomin tikhomirov galkin lukyanov mikheyev "
        "skvortsov yudin belousov nesterov simonov prokofyev kharitonov knyazev tsvetkov levin "
        "mitrofanov voronov aksyonov safonov shevchenko kovalenko bondarenko tkachenko kravchenko "
        "oliynyk lysenko rudenko savchenko petrenko marchenko moroz klimenko "
        # Caucasus and Central Asia
        "aliyev mammadov huseynov hasanov guliyev ibrahimov ismailov ahmedov abdullayev karimov "
        "rahimov yusupov umarov rakhimov usmanov sultanov magomedov gadzhiev kadyrov "
        # English
        "smith jones taylor brown williams wilson johnson davies davis miller moore anderson "
        "thomas jackson white harris martin thompson clark lewis walker hall allen young king "
        "wright scott green baker adams nelson carter mitchell roberts turner phillips campbell "
        "parker evans edwards collins stewart morris murphy cook rogers morgan cooper reed bailey "
        "bell kelly howard ward cox richardson wood watson brooks bennett gray james hughes price "
        "myers long foster sanders ross powell sullivan russell bush clinton kennedy power grant "
        # Romance, German, Nordic
        "garcia rodriguez martinez hernandez lopez gonzalez perez sanchez ramirez torres fernandez "
        "gomez diaz silva santos ferreira pereira oliveira costa rodrigues rossi russo ferrari "
        "muller schmidt schneider fischer weber meyer wagner becker schulz hoffmann keller "
        "hansen johansen olsen larsen nielsen jensen andersen andersson johansson nilsson "
        # Arabic, Persian, South Asian
        "mohammed ahmed ali hassan hussein khan abdullah ibrahim "
        "thani khalifa nahyan maktoum sabah "
        "saud singh kumar sharma gupta shah assad "
        # Chinese, Korean, Vietnamese, Japanese
        "li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin kim lee park choi "
        "chang ван ли чжан лю чэнь ян nguyen tran pham le suzuki sato tanaka"
    ).split()
)

# The most frequent of them: even with a usual given name they are many.
FREQUENT = frozenset(
    (
        "ivanov smirnov kuznetsov popov vasilyev petrov sokolov mikhailov novikov fyodorov morozov "
        "volkov alekseyev lebedev semyonov yegorov pavlov kozlov stepanov nikolayev "
        "aliyev mammadov karimov "
        "smith jones taylor brown williams wilson johnson davies "
        "davis miller moore anderson thomas "
        "jackson white harris martin thompson clark lewis walker hall allen young king scott bush "
        "clinton kennedy "
        "garcia rodriguez martinez hernandez lopez gonzalez perez sanchez silva santos "
        "muller schmidt schneider fischer "
        "mohammed ahmed ali hassan hussein khan abdullah ibrahim thani "
        "khalifa nahyan saud singh kumar "
        "li wang zhang liu chen yang zhao huang zhou wu xu kim lee park "
        "choi ван ли чжан лю чэнь ян "
        "nguyen tran le"
    ).split()
)

# Given names that many bear: with a common surname they say little. One name in one language is
# enough, the other spellings sound alike.
USUAL = frozenset(
    (
        "alexander sergei vladimir dmitry andrei alexei mikhail nikolai yury viktor igor oleg ivan "
        "anatoly yevgeny vasily pavel valery konstantin maxim roman denis anton ilya vyacheslav "
        "olga elena natalia irina tatiana maria svetlana anna ekaterina yulia anastasia daria "
        "darya ludmila galina nina "
        "john james david michael robert william richard thomas mark paul george peter anthony "
        "charles christopher daniel steven kevin brian andrew mary jennifer susan sarah elizabeth "
        "mohammed ahmed ali abdullah khalid hamad hassan hussein ibrahim saad said "
        "jose juan carlos antonio manuel luis francisco javier miguel pedro jean pierre michel "
        "hans wolfgang martin stefan anders lars jan"
    ).split()
)
