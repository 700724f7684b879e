"""A directory of invented hospitals, in the shape of the file that CMS publishes."""

from __future__ import annotations

HOSPITALS = """\
Facility ID,Facility Name,Address,City/Town,State,ZIP Code,County/Parish,Telephone Number,Hospital Type,\
Hospital Ownership,Emergency Services,Meets criteria for birthing friendly designation,Hospital overall rating
240901,"HARROW LAKE REGIONAL",1 LAKE ST,DULUTH,MN,55800,ST. LOUIS,(218) 555-0100,Acute Care Hospitals,\
Voluntary non-profit - Private,Yes,Y,4
240902,ST BRENDAN HOSPITAL,2 HILL RD,TWO HARBORS,MN,55616,LAKE,(218) 555-0101,Critical Access Hospitals,\
Government - Local,Yes,,Not Available
190903,HARROW BAYOU MEDICAL CENTER,3 BAYOU RD,LARKSPUR,LA,70000,LARK,(225) 555-0102,Acute Care Hospitals,\
Proprietary,No,,2
,NO NUMBER HOSPITAL,4 ROAD,NOWHERE,MN,55555,LAKE,,Acute Care Hospitals,Proprietary,No,,1
"""
