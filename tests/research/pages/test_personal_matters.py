"""Sentences about somebody's own life, and sentences about work in the same words."""

import pytest

from research.pages.personal_matters import tells_personal_matters
from research.pages.private_life import is_private

PRIVATE = """
She lives in Dale with her husband, Tom, and their two children.
He and his wife of 30 years have three sons.
Larkin is a mother of four.
Larkin, 54, joined Oak Health in 2019.
Larkin, age 54, is CEO.
The 54-year-old executive joined in 2019.
He turned 60 in May.
She was born in Dale in 1970.
She is a native of Dale, Ohio.
She grew up on a farm.
A Dale native, she returned home.
He is a devout Catholic.
She attends Grace Lutheran Church.
He is an active member of First Baptist Church.
She is a member of St. Paul Parish.
He is a deacon at his church.
She is Jewish.
He is a practicing Muslim.
She battled breast cancer in 2015.
He survived a heart attack.
She was diagnosed with diabetes.
He has Parkinson's disease.
He is recovering from surgery.
She took medical leave for depression.
He is in treatment for alcohol use.
She had a miscarriage.
She is expecting her first child.
She is pregnant.
She is on maternity leave.
He is a registered Republican.
She donated to the Democratic Party.
He ran for Congress as a Democrat.
She supports Senator Poe's campaign.
He voted for Poe.
She is openly gay.
He came out as gay in 2010.
She is transgender.
Her partner, Sue, is a teacher.
His fiancee is a nurse.
He is engaged to Ann Poe.
She is a widow.
They divorced in 2012.
He is divorced.
Her son plays football at Dale High.
His daughter attends Elm University.
Her late father was a surgeon.
His brother, Tom, is a lawyer.
Her parents emigrated from Poland.
Her grandmother inspired her.
He is a grandfather.
She enjoys hiking and gardening.
In his free time he plays golf.
When she is not working, she runs marathons.
He is an avid golfer.
She loves to cook with her family.
He has two dogs and a cat.
He owns a home in Elm Heights.
She bought a house on Oak Street.
Her home address is 12 Oak Street.
He moved to Dale with his family.
Outside of work, she volunteers at her church.
Her faith guides her.
His religion is important to him.
She is of Mexican descent.
He is an immigrant from India.
His net worth is $10 million.
Her twins were born in May.
He adopted a son from Korea.
She is a breast cancer survivor.
He has been sober for ten years.
She uses a wheelchair.
He is married to Dr. Ann Roe.
Larkin and husband Bob live in Dale.
Larkin resides in Dale.
She makes her home in Dale.
Larkin is the proud aunt of six nieces.
The couple has two children.
Her mother died of cancer.
He lost his wife to COVID-19.
She contracted COVID-19 in 2020.
He underwent heart surgery.
She suffers from migraines.
A lifelong Methodist, he sings in the choir.
She is active in her synagogue.
He prays every day.
As a Christian, she believes in service.
He is a conservative who opposes abortion.
She is pro-choice.
Happy 50th birthday to our CEO.
He is a cousin of the mayor.
She has a nephew at Oak Health.
She and her spouse, Kim, raise horses.
His hobbies include fishing.
He is single.
She is raising three teenagers.
She is a stepmother.
Her in-laws live nearby.
"""
WORK = """
She leads the family medicine program.
Oak Children's Hospital named her chief nursing officer.
She founded the Women and Children's center.
He is director of the home health program.
She oversees Mother Baby unit nurses.
He leads the cancer survivorship program.
Sister Mary Roe, OSF, is president of Oak Health.
The Sisters of Charity own the hospital.
He is president of Baptist Health.
She leads Catholic Health Initiatives.
He is chief executive officer of Jewish Hospital.
She is vice president of mission and ministry at Mercy Health.
He is the director of pastoral care.
She directs spiritual care.
The program cut deaths from heart attack by 30 percent.
He leads the sober living program for patients with addiction.
She built a maternity unit.
She opened a clinic for pregnant patients.
He won the Father Murphy Award.
She won the Woman of the Year award.
The program served 3,000 families.
He was named to the 40 Under 40 list.
She was named to the Top 25 Women Leaders.
He leads the aging and senior care program.
She is executive director of the Ronald McDonald House.
He is chief of pediatrics.
She is chair of the Republican River Health District.
He serves as chair of the department of family and community medicine.
She is a fellow of the American College of Healthcare Executives.
He joined Oak Health from the Veterans Affairs hospital in Dale.
She led the COVID-19 response.
He is director of the diabetes center.
She leads Home Hospital at Oak.
The house staff program grew under her.
He is vice president of patient and family experience.
She chairs the patient and family advisory council.
He leads the LGBTQ health program.
She is director of behavioral health and addiction medicine.
He received the Humanitarian Award from the Lutheran Services board.
She is a member of the board of the Church Health Center.
Her team reduced falls among patients aged 65 and older by 20 percent.
He began his career at Adventist Health.
She earned a bachelor's degree from Baptist College of Health Sciences.
She holds a master's degree from Brigham Young University.
He earned his degree at Saint Louis University, a Catholic university.
We treat every patient like family, said Larkin.
The single largest gift in its history.
He led the merger of the two parent companies.
She is chief executive officer of the parent company.
The mother-baby unit cut readmissions.
He is chair of the Democratic Republic of Congo mission.
She is chief of the division of maternal-fetal medicine.
She launched a program for breast cancer survivors.
He is an expert in Parkinson's disease.
She has 30 years of experience.
He joined the hospital 25 years ago.
The hospital is home to 300 beds.
The nursing home opened in 2019.
He is director of the Stroke Survivors program.
She created the birthing center, where 500 babies were born in 2020.
He is senior vice president of community health and Native American programs.
He is a native speaker of Spanish who leads interpreter services.
She led the house-calls program.
He is a liberal arts graduate of Elm College.
She was a refugee health nurse.
"""


@pytest.mark.parametrize("sentence", PRIVATE.strip().splitlines())
def test_age_kin_health_faith_home_and_politics_are_private(sentence):
    assert is_private(sentence)


@pytest.mark.parametrize("sentence", WORK.strip().splitlines())
def test_the_same_words_about_work_are_not(sentence):
    assert not is_private(sentence)


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "piece", ["he is a ", "her late ", "she has a ", "A ", "a Dale ", "member of A ", "gave a ", "1"]
)
def test_hostile_text_is_read_and_tells_nothing_personal(piece):
    assert not tells_personal_matters((piece * 50_000)[:50_000])
